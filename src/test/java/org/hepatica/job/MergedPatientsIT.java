package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hepatica.TestSpark;
import org.hepatica.lake.Lake;
import org.hepatica.table.Gold;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import org.hepatica.table.Valid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights over a centre that finds out that two patients are one, takes it back, and splits one. */
class MergedPatientsIT {

  private static final String CENTER =
      """
      center {
        name = my-hospital
        arrival { most-lost = 0.9 }
        exports {
          patients   { files = "patients.csv", format = csv, identifying = [id] }
          operations { files = "operations.csv", format = csv, identifying = [id, op] }
          merges     { files = "merges.csv", format = csv, identifying = [old, new, op] }
        }
        identity { from = merges, old = old, new = new, within = op }
        tables {
          patient { from = patients, columns { patient_id = id } }
          liver_operation {
            from = operations
            columns {
              patient_id = id, operation_id = op, kind = "'resection'"
              operation_date { value = operated, format = ["yyyy-MM-dd"] }
            }
          }
          follow_up {
            from = patients
            columns {
              patient_id = id
              last_contact_date { value = seen, format = ["yyyy-MM-dd"] }
              vital_status = "'alive'"
            }
          }
        }
      }
      """;

  @TempDir Path folder;

  private Path conf;

  @Test
  void historyIsKeyedAnewByWhoIsWho() throws IOException {
    conf = SmallHospital.write(folder, CENTER, "");
    Files.delete(folder.resolve("landing/patients.csv"));
    deliver("2026-01-01");
    assertThat(night().exitCode()).isZero();
    assertThat(subjects()).containsExactly("1 of 2010-01-01", "1 of 2010-01-03", "2 of 2010-01-02");

    deliver("2026-01-02", "A3,A1,");
    assertThat(night().exitCode()).isZero();
    assertThat(subjects()).containsExactly("2 of 2010-01-01", "2 of 2010-01-02");

    deliver("2026-01-03", "A2,A9,O5");
    assertThat(night().exitCode()).isZero();
    assertThat(subjects()).containsExactly("1 of 2010-01-01", "1 of 2010-01-02", "1 of 2010-01-03");
    assertThat(
            Valid.now(lake())
                .read(Registry.LIVER_OPERATION)
                .select("patient_id")
                .distinct()
                .count())
        .as("the operation of who was split off is nobody else's")
        .isEqualTo(4);
    assertThat(Valid.at(lake(), LocalDate.of(2026, 1, 2)).read(Registry.PATIENT).count())
        .as("that two were one is taken back for every date")
        .isEqualTo(3);
    assertSameAsOfAllRecords();
  }

  /** As far as gold; records, few as they are, are followed. */
  private Launched night() {
    Launched ingested = run("ingest", "--set", "lake.whole-megabytes=0");
    assertThat(ingested.exitCode()).as(ingested.err()).isZero();
    assertThat(ingested.out()).doesNotContain("all records are looked at");
    return run("derive");
  }

  private void assertSameAsOfAllRecords() {
    Map<String, List<String>> followed = contents();
    assertThat(run("ingest", "--full").out()).contains("all records are looked at, as asked for");
    assertThat(run("derive", "--full").exitCode()).isZero();
    assertThat(followed).isEqualTo(contents());
  }

  /** Resections and time zero of each subject. */
  private List<String> subjects() {
    return lake()
        .read(Gold.SUBJECT)
        .selectExpr("concat(resections, ' of ', coalesce(cast(operation_date as string), 'null'))")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  private void deliver(String date, String... merges) throws IOException {
    Path delivery = Files.createDirectories(folder.resolve("landing/my-hospital/" + date));
    Files.writeString(
        delivery.resolve("patients.csv"), "id,seen\nA1,2011-01-01\nA2,2011-01-02\nA3,2011-01-03\n");
    Files.writeString(
        delivery.resolve("operations.csv"),
        """
        id,op,operated
        A1,O1,2010-01-01
        A2,O2,2010-01-02
        A3,O3,2010-01-03
        A2,O5,2010-05-05
        """);
    Files.writeString(
        delivery.resolve("merges.csv"), "old,new,op\n" + String.join("\n", merges) + "\n");
  }

  private Map<String, List<String>> contents() {
    Lake lake = lake();
    return Stream.of(Registry.ALL, Gold.ALL, List.of(Operational.RECONCILIATION))
        .flatMap(List::stream)
        .collect(
            Collectors.toMap(
                TableDefinition::fullName,
                table -> lake.read(table).toJSON().collectAsList().stream().sorted().toList()));
  }

  private Lake lake() {
    return Lake.open(TestSpark.session(), folder.resolve("lake"), "my-study");
  }

  private Launched run(String command, String... more) {
    List<String> all = new ArrayList<>(List.of(more));
    all.addAll(List.of("--conf", conf.toString()));
    return Launched.in(folder, command, all.toArray(String[]::new));
  }
}
