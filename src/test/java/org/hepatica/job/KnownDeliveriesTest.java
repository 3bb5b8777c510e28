package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.hepatica.TestSpark;
import org.hepatica.source.DeliveredFile;
import org.hepatica.table.Operational;
import org.junit.jupiter.api.Test;

/** What a delivery is called: content is the same only as that of the newest one. */
class KnownDeliveriesTest {

  private final List<Row> files = new ArrayList<>();
  private final List<Row> judged = new ArrayList<>();

  @Test
  void contentIsThatOfTheNewestDeliveryOrNew() {
    taken("2026-01-01", "A");
    assertThat(name("2026-02-01", "A")).isEqualTo("2026-01-01");
    taken("2026-03-01", "B");
    assertThat(name("2026-04-01", "A")).isEqualTo("2026-04-01");
    assertThat(name("2026-04-01", "B")).isEqualTo("2026-03-01");
  }

  @Test
  void aFolderWhoseFilesChangeIsASecondDeliveryOfItsDate() {
    taken("2026-01-01", "A");
    assertThat(name("2026-01-01", "A")).isEqualTo("2026-01-01");
    assertThat(name("2026-01-01", "B")).isEqualTo("2026-01-01.02");
    taken("2026-01-01.02", "B");
    assertThat(name("2026-01-01", "B")).isEqualTo("2026-01-01.02");
    assertThat(name("2026-01-01", "A")).isEqualTo("2026-01-01.03");
  }

  @Test
  void aRefusedDeliveryIsKnownByItsDateAndIsNothingToComeAfter() {
    taken("2026-01-01", "A");
    taken("2026-02-01", "B");
    judged("2026-02-01", Operational.REFUSED);
    assertThat(name("2026-02-01", "B")).isEqualTo("2026-02-01");
    assertThat(name("2026-03-01", "A")).isEqualTo("2026-01-01");
    assertThat(name("2026-03-01", "B")).isEqualTo("2026-03-01");
    assertThat(known().isAccepted("north", "2026-02-01")).isFalse();
    assertThat(known().newestAccepted("north")).contains("2026-01-01");
  }

  @Test
  void theSameBytesOfAnotherCentreOrInAnotherRoleAreAnotherFile() {
    taken("2026-01-01", "A");
    assertThat(known().of("south", "2026-02-01", false, List.of(file("south", "patients", "A"))))
        .isEqualTo("2026-02-01");
    assertThat(known().of("north", "2026-02-01", false, List.of(file("north", "labs", "A"))))
        .isEqualTo("2026-02-01");
  }

  private void taken(String delivery, String content) {
    files.add(RowFactory.create("north", "patients", delivery, "p.csv", content, 1L, "run"));
  }

  private void judged(String delivery, String state) {
    judged.add(
        RowFactory.create("north", delivery, state, null, Date.valueOf("2026-02-01"), "run"));
  }

  private String name(String date, String content) {
    return known().of("north", date, false, List.of(file("north", "patients", content)));
  }

  private static DeliveredFile file(String center, String export, String content) {
    return new DeliveredFile(
        center, "2026-02-01", export, "p.csv", Path.of("p.csv"), "p.csv", 1, content, 0);
  }

  private KnownDeliveries known() {
    return KnownDeliveries.of(
        table ->
            TestSpark.session()
                .createDataFrame(
                    table.equals(Operational.DELIVERIES) ? judged : files, table.schema()));
  }
}
