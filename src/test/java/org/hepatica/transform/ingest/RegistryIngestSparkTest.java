package org.hepatica.transform.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hepatica.transform.ingest.Centers.center;
import static org.hepatica.transform.ingest.Centers.coded;
import static org.hepatica.transform.ingest.Centers.csv;
import static org.hepatica.transform.ingest.Centers.date;
import static org.hepatica.transform.ingest.Centers.sql;
import static org.hepatica.transform.ingest.Centers.table;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Center;
import org.hepatica.quality.Reconciliation;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryIngestSparkTest {

  private static final Center PATIENTS =
      center(
          "north",
          List.of(csv("patients", "patients*.csv", "MRN")),
          table(
              "patient",
              "patients",
              Map.of(
                  "patient_id", sql("MRN"),
                  "sex", coded("SEX", Map.of("M", "male", "F", "female")),
                  "birth_date", date("BORN", "yyyy-MM-dd", "dd/MM/yyyy", "yyyy-MM", "yyyy"))));

  @TempDir Path folder;

  @Test
  void aFileBecomesATableInItsSchemaWithEveryRecordAccountedFor() {
    Delivery delivery =
        new Delivery(folder, PATIENTS)
            .file(
                "patients.csv",
                """
                MRN,SEX,BORN
                A1,M,1950-03-04
                A2,F,04/05/1951
                A2,F,04/05/1951
                A3,X,1952-06
                A4,F,1953
                A1,F,1950-03-04
                ,M,1960
                A5,M,31/02/1950
                A6,M
                """);
    RegistryIngest.Result rows = delivery.ingest();
    String a1 = delivery.key().hash("north", "A1");

    assertThat(rows.table(Registry.PATIENT).schema()).isEqualTo(Registry.PATIENT.schema());
    assertThat(Delivery.texts(rows, Registry.PATIENT))
        .hasSize(5)
        .contains("2|" + a1 + "|male|1950-03-04|day")
        .anyMatch(row -> row.startsWith("3|") && row.endsWith("|female|1951-05-04|day"))
        .anyMatch(row -> row.startsWith("5|") && row.endsWith("|null|1952-06-15|month"))
        .anyMatch(row -> row.startsWith("6|") && row.endsWith("|female|1953-07-01|year"))
        .anyMatch(row -> row.startsWith("9|") && row.endsWith("|male|null|null"));
    assertThat(rows.quarantine().schema()).isEqualTo(Operational.QUARANTINE.schema());
    assertThat(quarantine(rows))
        .containsExactlyInAnyOrder(
            "5 cell bad-value sex X",
            "7 record conflict null null",
            "8 record missing-value patient_id null",
            "9 cell bad-value birth_date 31/02/1950",
            "10 record ragged null null");
    List<Row> counts = rows.reconciliation().collectAsList();
    Reconciliation.check(counts);
    assertThat(counts)
        .extracting(row -> row.mkString(" "))
        .containsExactly("north patients 2026-02-01 patients.csv 9 5 3 1");
    for (TableDefinition table : Registry.ALL) {
      assertThat(rows.table(table).schema()).isEqualTo(table.schema());
    }
  }

  static List<String> quarantine(RegistryIngest.Result rows) {
    return rows.quarantine().collectAsList().stream()
        .map(
            row ->
                "%s %s %s %s %s"
                    .formatted(
                        row.<Long>getAs("source_line"),
                        row.getAs("level"),
                        row.getAs("rule"),
                        row.getAs("column"),
                        row.getAs("value")))
        .toList();
  }
}
