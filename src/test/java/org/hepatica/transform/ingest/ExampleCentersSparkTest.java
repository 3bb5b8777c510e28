package org.hepatica.transform.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Center;
import org.hepatica.quality.Reconciliation;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three example centres, from their conf files and messy deliveries to the tables. */
class ExampleCentersSparkTest {

  @TempDir Path folder;

  @Test
  void normalisedExportsWithDates() throws IOException {
    Center center = Confs.center(folder, "dated");
    Delivery delivery =
        new Delivery(folder, center)
            .file("patients.csv", "MRN,SEX,BORN\r\nSECRET1,M,03/04/1950\r\nSECRET2,NA,1951-06\r\n")
            .file(
                "operations.csv",
                "MRN;OP;STATUS;KIND;DAY;SEGMENTS;ABLATION;NOTE\n"
                    + "SECRET1;SECRETOP1;done;Resektion;01.02.2003;4;yes;\"M\u00FCller\n;\"\n"
                    + "SECRET2;SECRETOP2;done;Resektion;02.02.2003;four;no;\n"
                    + "SECRET2;SECRETOP3;cancelled;Resektion;02.02.2003;1;no;\n"
                    + "SECRET2;SECRETOP4;done;Resection;02.02.2003;1;no;\n",
                StandardCharsets.ISO_8859_1)
            .file(
                "lesions.tsv",
                "# report\nOP\tNO\tSIZE\nSECRETOP1\t1\t35\nSECRETOP1\t2\t<5\nSECRETOP9\t1\t7\n")
            .file(
                "cea.csv",
                "MRN,DRAWN,CEA\nSECRET1,2003-01-20,\"> 1,000\"\nSECRET1,2003-01-20,7\nSECRET1,2003-01-21,abc\n");
    RegistryIngest.Result rows = delivery.ingest();
    String p1 = delivery.key().hash("dated", "SECRET1");
    String o1 = delivery.key().hash("dated", "SECRETOP1");

    assertThat(Delivery.texts(rows, Registry.LIVER_OPERATION))
        .hasSize(2)
        .contains("2|" + p1 + "|" + o1 + "|2003-02-01|day|resection|null|4|null|null|true");
    assertThat(Delivery.texts(rows, Registry.LESION))
        .containsExactly("3|" + p1 + "|" + o1 + "|1|3.5|null", "4|" + p1 + "|" + o1 + "|2|0.5|<");
    assertThat(Delivery.texts(rows, Registry.CEA))
        .containsExactly(
            "2|" + p1 + "|2003-01-20|day|1000.0|>", "4|" + p1 + "|2003-01-21|day|null|null");
    assertThat(RegistryIngestSparkTest.quarantine(rows))
        .containsExactlyInAnyOrder(
            "4 cell bad-value segments four",
            "5 record unmapped null null",
            "6 record bad-value kind Resection",
            "5 record missing-value patient_id null",
            "3 record conflict null null",
            "4 cell bad-value cea_ng_ml abc");
    assertThat(rows.quarantine().where("rule = 'conflict'").first().<String>getAs("reason"))
        .contains("cea.csv:2");
    reconciles(rows);
    saysNoIdentifier(rows);
  }

  @Test
  void oneWideFileInMonths() throws IOException {
    Center center = Confs.center(folder, "wide");
    Delivery delivery =
        new Delivery(folder, center)
            .file(
                "clinical.csv",
                "\uFEFFPatient-ID,age,sex,score,os_months,dead\r\n"
                    + "SECRET1,65,2,-999,117.4,0\r\nSECRET2,63,1,2,8.0,1\r\nSECRET3,x,1,1,-999,1\r\n");
    RegistryIngest.Result rows = delivery.ingest();
    String p2 = delivery.key().hash("wide", "SECRET2");
    assertThat(rows.table(Registry.PATIENT).count()).isEqualTo(3);
    assertThat(Delivery.texts(rows, Registry.DELIVERED))
        .hasSize(5)
        .contains("3|" + p2 + "|score|2");
    assertThat(Delivery.texts(rows, Registry.DELIVERED_ENDPOINT))
        .hasSize(2)
        .contains("3|" + p2 + "|os|244|true");
    assertThat(
            rows.table(Registry.LIVER_OPERATION)
                .where(
                    "operation_date = date'1970-01-01' and operation_date_precision = 'relative'")
                .count())
        .isEqualTo(3);
    assertThat(RegistryIngestSparkTest.quarantine(rows))
        .containsExactly("4 cell bad-value value x", "4 record missing-value time null");
    reconciles(rows);
    saysNoIdentifier(rows);
    List<Preview.TableRows> preview = Preview.of(rows, center, 1);
    assertThat(preview.get(0).lines().get(0))
        .startsWith("clinical.csv:2  patient_id = #")
        .contains("sex = female");
    assertThat(preview.get(1).lines())
        .hasSize(2)
        .satisfiesExactly(
            row -> assertThat(row).contains("operation_date = day 0,").doesNotContain("1970"),
            note -> assertThat(note).startsWith("day 0 is time zero, the operation"));
  }

  @Test
  void oneLongRedcapExport() throws IOException {
    Center center = Confs.center(folder, "long");
    Delivery delivery =
        new Delivery(folder, center)
            .file(
                "redcap.csv",
                """
                record_id,redcap_repeat_instrument,sex,cea_date_1,cea_1,cea_date_2,cea_2,cea_date_3,cea_3,rec_date,site___1,site___2,site___3
                SECRET1,,1,2003-01-02,5,2003-02-02,<0.5,,,,,,
                SECRET1,recurrence,,,,,,,,2004-01-01,1,1,0
                SECRET1,recurrence,,,,,,,,2004-01-01,1,0,0
                SECRET2,,2,,3,,,,,,,,
                SECRET2,recurrence,,,,,,,,2004-01-01,0,0,0
                SECRET2,other,,,,,,,,,,,
                """);
    RegistryIngest.Result rows = delivery.ingest();
    assertThat(rows.table(Registry.PATIENT).count()).isEqualTo(2);
    assertThat(rows.table(Registry.CEA).count()).isEqualTo(2);
    assertThat(rows.table(Registry.RECURRENCE).select("site").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactlyInAnyOrder("liver", "lung");
    assertThat(RegistryIngestSparkTest.quarantine(rows))
        .containsExactlyInAnyOrder(
            "5 record missing-value drawn_date null",
            "6 record unmapped null null",
            "7 record unmapped null null");
    reconciles(rows);
    saysNoIdentifier(rows);
  }

  private static void reconciles(RegistryIngest.Result rows) {
    List<Row> counts = rows.reconciliation().collectAsList();
    assertThat(counts).isNotEmpty();
    Reconciliation.check(counts);
  }

  private static void saysNoIdentifier(RegistryIngest.Result rows) {
    for (TableDefinition table : Registry.ALL) {
      assertThat(text(rows.table(table).collectAsList())).doesNotContain("SECRET");
    }
    assertThat(text(rows.quarantine().collectAsList())).doesNotContain("SECRET");
  }

  private static String text(List<Row> rows) {
    return rows.stream().map(Row::toString).collect(Collectors.joining("\n"));
  }
}
