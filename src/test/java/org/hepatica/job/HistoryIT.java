package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.TestSpark;
import org.hepatica.lake.Lake;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import org.hepatica.table.Valid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries of three dates: what was true when, however late one of them comes. */
class HistoryIT {

  private static final String CENTER =
      """
      center {
        name = my-hospital
        arrival { most-lost = 0.9 }
        exports {
          patients { files = "patients.csv", format = csv, identifying = [id] }
          visits {
            files = "visits.csv", format = csv, identifying = [id]
            content = changes, key = [id], tombstone { column = gone, values = [x] }
          }
        }
        tables {
          patient { from = patients, columns { patient_id = id } }
          liver_operation {
            from = patients
            columns {
              patient_id = id, operation_id = id, kind = "'resection'"
              operation_date { value = operated, format = ["yyyy-MM-dd"] }
            }
          }
          follow_up {
            from = visits
            columns {
              patient_id = id
              last_contact_date { value = seen, format = ["yyyy-MM-dd"] }
              vital_status { value = status, codes { "0" = alive, "1" = dead } }
            }
          }
        }
      }
      """;

  @TempDir Path folder;

  private Path conf;

  @BeforeEach
  void writeConf() throws IOException {
    conf = SmallHospital.write(folder, CENTER, "");
    Files.delete(folder.resolve("landing/patients.csv"));
  }

  @Test
  void whatWasTrueWhenDoesNotDependOnWhenItCame() throws IOException {
    deliverFirst();
    deliverThird();
    assertThat(night("late").exitCode()).isZero();
    assertThat(rows(lake("late"), Registry.FOLLOW_UP))
        .containsExactly(
            "2010-02-01|alive|2026-01-01|null",
            "2010-02-02|alive|2026-01-01|2026-01-03",
            "2010-02-03|alive|2026-01-01|2026-01-03",
            "2010-03-03|dead|2026-01-03|null");
    deliverSecond();

    Launched second = night("late");

    assertThat(second.exitCode()).isZero();
    assertThat(rows(lake("late"), Registry.FOLLOW_UP))
        .containsExactly(
            "2010-02-01|alive|2026-01-01|2026-01-02",
            "2010-02-02|alive|2026-01-01|2026-01-03",
            "2010-02-03|alive|2026-01-01|2026-01-03",
            "2010-03-01|alive|2026-01-02|null",
            "2010-03-03|dead|2026-01-03|null");
    assertThat(rows(lake("late"), Registry.LIVER_OPERATION))
        .containsExactly(
            "2010-01-01|resection|2026-01-01|null",
            "2010-01-02|resection|2026-01-01|2026-01-02",
            "2010-01-03|resection|2026-01-01|2026-01-02",
            "2010-01-03|resection|2026-01-03|null",
            "2010-01-12|resection|2026-01-02|null");
    assertThat(patientsAt(LocalDate.of(2025, 12, 31))).isZero();
    assertThat(patientsAt(LocalDate.of(2026, 1, 1))).isEqualTo(3);
    assertThat(patientsAt(LocalDate.of(2026, 1, 2))).isEqualTo(2);
    assertThat(patientsAt(LocalDate.of(2026, 6, 1))).isEqualTo(3);

    assertThat(night("at-once").exitCode()).isZero();
    for (TableDefinition table :
        List.of(
            Operational.RECORD,
            Operational.RECONCILIATION,
            Operational.EXTENT,
            Registry.PATIENT,
            Registry.LIVER_OPERATION,
            Registry.FOLLOW_UP)) {
      assertThat(all(lake("late"), table)).isEqualTo(all(lake("at-once"), table));
    }
    analysesOfThen();
    withdrawn();
    followed();
  }

  /** What follows the changes alone is what looks at all records. */
  private void followed() throws IOException {
    deliver(
        "2026-01-04",
        "patients",
        "id,operated",
        "A1,2010-01-01",
        "A3,2010-01-04",
        "A3,2010-01-04",
        "A1,2010-01-09",
        "A5,2010-01-05",
        "A6",
        ",2010-01-07");
    deliver("2026-01-04", "visits", "id,seen,status,gone", "A1,2010-04-01,1,", ",2010-04-01,1,");
    Launched changed = run("at-once", "out", "ingest", "--set", "lake.whole-megabytes=0");
    assertThat(changed.exitCode()).isZero();
    assertThat(changed.out()).doesNotContain("all records are looked at");
    Map<String, List<String>> followed = tables(lake("at-once"));

    Launched full = run("at-once", "out", "ingest", "--full");

    assertThat(full.out()).contains("my-hospital: all records are looked at, as asked for");
    assertThat(followed).isEqualTo(tables(lake("at-once")));
    assertThat(followed.get("silver/quarantine")).hasSize(6);
    assertThat(followed.get("silver/patient")).hasSize(5);
  }

  private static Map<String, List<String>> tables(Lake lake) {
    return Stream.concat(
            Registry.ALL.stream(),
            Stream.of(
                Operational.RECORD,
                Operational.QUARANTINE,
                Operational.RECONCILIATION,
                Operational.EXTENT))
        .collect(Collectors.toMap(TableDefinition::fullName, table -> all(lake, table)));
  }

  private void analysesOfThen() {
    Launched again = analyze("--as-of", LocalDate.now(ZoneOffset.UTC).toString());
    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).contains("the same to the last digit as run ");
    Launched before = analyze("--valid-at", "2026-01-01");
    assertThat(before.out()).contains("of what was true on 2026-01-01 by the deliveries");
    assertThat(
            Launched.csv(folder.resolve("then/results/survival_summary.csv")).get(0).getField("n"))
        .isEqualTo("3");
    assertThat(folder.resolve("then/.analysis")).doesNotExist();
  }

  private Launched analyze(String option, String value) {
    return run("late", "then", "analyze", option, value);
  }

  /** The first and the third delivery are left, as they were at first. */
  private void withdrawn() {
    Launched done = run("late", "out", "deliveries", "withdraw", "my-hospital/2026-01-02");
    assertThat(done.exitCode()).isZero();
    assertThat(rows(lake("late"), Registry.FOLLOW_UP))
        .containsExactly(
            "2010-02-01|alive|2026-01-01|null",
            "2010-02-02|alive|2026-01-01|2026-01-03",
            "2010-02-03|alive|2026-01-01|2026-01-03",
            "2010-03-03|dead|2026-01-03|null");
    assertThat(night("late").out()).contains("nothing changed, skipped");
    assertThat(run("late", "out", "deliveries").out())
        .contains("my-hospital/2026-01-02  withdrawn");
    Launched twice = run("late", "out", "deliveries", "withdraw", "my-hospital/2026-01-02");
    assertThat(twice.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(twice.err()).contains("there is no delivery my-hospital/2026-01-02 that counts");
  }

  private void deliverFirst() throws IOException {
    deliver(
        "2026-01-01", "patients", "id,operated", "A1,2010-01-01", "A2,2010-01-02", "A3,2010-01-03");
    deliver(
        "2026-01-01",
        "visits",
        "id,seen,status,gone",
        "A1,2010-02-01,0,",
        "A2,2010-02-02,0,",
        "A3,2010-02-03,0,");
  }

  /** A2 was operated on another day, A3 is not known any more; A1 was seen again. */
  private void deliverSecond() throws IOException {
    deliver("2026-01-02", "patients", "id,operated", "A1,2010-01-01", "A2,2010-01-12");
    deliver("2026-01-02", "visits", "id,seen,status,gone", "A1,2010-03-01,0,");
  }

  /** A3 is back, and died; the visit of A2 was a mistake. */
  private void deliverThird() throws IOException {
    deliver(
        "2026-01-03", "patients", "id,operated", "A1,2010-01-01", "A2,2010-01-12", "A3,2010-01-03");
    deliver("2026-01-03", "visits", "id,seen,status,gone", "A2,2010-02-02,0,x", "A3,2010-03-03,1,");
  }

  private void deliver(String date, String export, String... lines) throws IOException {
    Path delivery = Files.createDirectories(folder.resolve("landing/my-hospital/" + date));
    Files.writeString(delivery.resolve(export + ".csv"), String.join("\n", lines) + "\n");
  }

  private Launched night(String lake) {
    return run(lake, "out", "nightly");
  }

  private Launched run(String lake, String out, String... words) {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("--conf", conf.toString()));
    arguments.addAll(List.of("--landing", folder.resolve("landing").toString()));
    arguments.addAll(List.of("--lake", folder.resolve(lake).toString()));
    arguments.addAll(List.of("--out", folder.resolve(out).toString()));
    arguments.addAll(List.of("--set", "identifiers.key-file=" + folder.resolve("key")));
    return Launched.run(arguments.toArray(String[]::new));
  }

  private Lake lake(String name) {
    return Lake.open(TestSpark.session(), folder.resolve(name), "my-study");
  }

  private long patientsAt(LocalDate date) {
    return Valid.at(lake("late"), date).read(Registry.PATIENT).count();
  }

  /** Date, state and times of each row. */
  private static List<String> rows(Lake lake, TableDefinition table) {
    String[] columns =
        table.equals(Registry.FOLLOW_UP)
            ? new String[] {"last_contact_date", "vital_status", "valid_from", "valid_to"}
            : new String[] {"operation_date", "kind", "valid_from", "valid_to"};
    return texts(
        lake.read(table)
            .selectExpr(
                Stream.of(columns).map(c -> "cast(" + c + " as string)").toArray(String[]::new)));
  }

  private static List<String> all(Lake lake, TableDefinition table) {
    return texts(lake.read(table));
  }

  private static List<String> texts(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(row -> row.mkString("|")).sorted().toList();
  }
}
