package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hepatica.TestSpark;
import org.hepatica.lake.Lake;
import org.hepatica.source.database.TestDatabase;
import org.hepatica.table.Registry;
import org.hepatica.table.Valid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hospital whose registry is a PostgreSQL: its rows are deliveries like any other. */
class DatabaseIT {

  private static final String SECRET = "correct horse";

  @TempDir Path folder;

  private Path conf;

  @Test
  void rowsOfADatabaseAreDeliveries() throws IOException {
    String url = TestDatabase.fresh("hospital");
    TestDatabase.run(
        "hospital",
        "create table patients (id text primary key, operated date, seen date, status int, changed int)",
        "insert into patients select 'A' || n, date '2010-01-01' + n, date '2011-01-01' + n, n % 2, n"
            + " from generate_series(1, 30) n",
        "grant select on patients to " + TestDatabase.USER);
    write(url);

    Launched check = hepatica("check");
    assertThat(check.exitCode()).isZero();
    assertThat(check.out())
        .contains("patients: database, [id, operated, seen, status, changed]")
        .contains("its rows are shown once an ingest has read them");
    Launched first = night();
    assertThat(first.exitCode()).isZero();
    assertThat(patients()).isEqualTo(30);
    assertThat(night().out()).contains("nothing changed, skipped");

    TestDatabase.run(
        "hospital",
        "alter table patients add column smoker boolean",
        "insert into patients values ('B1', '2012-01-01', '2013-01-01', 1, 31, true)",
        "update patients set status = 1, changed = 32 where id = 'A2'");
    Launched second = night();
    assertThat(second.exitCode()).isZero();
    assertThat(second.out())
        .contains(
            "export patients: column 'smoker' is new; nothing reads it until the centre's conf file names it");
    assertThat(patients()).isEqualTo(31);

    TestDatabase.run("hospital", "alter table patients drop column seen");
    Launched third = night();
    assertThat(third.exitCode()).isEqualTo(ExitCode.DATA_REFUSED);
    assertThat(third.out() + third.err()).contains("there is no column 'seen', which ");
    TestDatabase.run("hospital", "drop table patients");
    Launched fourth = night();
    assertThat(fourth.exitCode()).isEqualTo(ExitCode.DATA_REFUSED);
    assertThat(fourth.out() + fourth.err())
        .contains("centre my-hospital, export patients: the database jdbc:postgresql://localhost")
        .contains("relation \"patients\" does not exist");
    assertThat(patients()).isEqualTo(31);
    assertThat(List.of(check, first, second, third, fourth))
        .allSatisfy(each -> assertThat(each.out() + each.err()).doesNotContain(SECRET));
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(Files::isRegularFile).filter(file -> !file.endsWith("password")))
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                      .doesNotContain(SECRET));
    }
  }

  private void write(String url) throws IOException {
    Path password = Files.writeString(folder.resolve("password"), SECRET);
    String files = "files = \"patients.csv\", format = csv,";
    String database =
        """
        format = jdbc, content = changes, key = id,
        jdbc { url = "%s", user = %s, password-file = "%s", table = patients, watermark = changed },
        """
            .formatted(url, TestDatabase.USER, password);
    conf = SmallHospital.write(folder, SmallHospital.CENTER.replace(files, database), "");
    Files.delete(folder.resolve("landing/patients.csv"));
  }

  private Launched night() {
    return hepatica("nightly");
  }

  private Launched hepatica(String command) {
    return Launched.in(folder, command, "--conf", conf.toString());
  }

  private long patients() {
    return Valid.now(Lake.open(TestSpark.session(), folder.resolve("lake"), "my-study"))
        .read(Registry.PATIENT)
        .count();
  }
}
