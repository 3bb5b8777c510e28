package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.TestSpark;
import org.hepatica.lake.Lake;
import org.hepatica.table.Operational;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The patient a with the sample t1 was erased. */
class KeptOutSparkTest {

  @TempDir Path folder;

  private final List<String> said = new ArrayList<>();

  private Lake lake;

  @BeforeEach
  void erase() {
    lake = Lake.open(TestSpark.session(), folder.resolve("lake"), "my-study");
    ErasedPersons.of(lake).note(lake, "run", "north", "a", Set.of("a", "t1"), true);
  }

  @Test
  void recordsOfWhoIsErasedAreCountedAndLeftOut() {
    KeptOut out = keptOut();

    List<Row> left =
        left(
            out,
            TiedRecords.of("patients", Map.of("MRN", "a")),
            TiedRecords.of("patients", Map.of("MRN", "b")),
            TiedRecords.of("mutations", Map.of("Tumor_Sample_Barcode", "t1")));

    assertThat(left).hasSize(1);
    assertThat(left.get(0).<String>getList(left.get(0).fieldIndex(Operational.LINKS)))
        .containsExactly("b");
    assertThat(out.count()).isEqualTo(2);
  }

  @Test
  void ofAFileOfSeveralSamplesTheirsAloneAreLeftOut() {
    Map<String, String> cells =
        Map.of(
            "KIND",
            "variant",
            "SAMPLES",
            "2",
            "SAMPLE_1",
            "t1",
            "SAMPLE_2",
            "t2",
            "GT_1",
            "0/1",
            "GT_2",
            "0/0",
            "MIN_DP_1",
            "3",
            "CHROM",
            "12");
    KeptOut out = keptOut();

    List<Row> left = left(out, TiedRecords.of("wgs", cells), TiedRecords.tumorAndNormal("t1", "n"));

    assertThat(left).hasSize(1);
    assertThat(left.get(0).<String, String>getJavaMap(5))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "KIND", "variant", "SAMPLES", "2", "SAMPLE_2", "t2", "GT_2", "0/0", "CHROM", "12"));
    assertThat(left.get(0).<String>getList(8)).containsExactly("t2");
    assertThat(out.count()).isEqualTo(1);
  }

  @Test
  void whatADeliveryNewlyTiesToWhoIsErasedIsKeptOutTooAndNoted() {
    KeptOut out = keptOut();

    List<Row> left =
        left(
            out,
            TiedRecords.of("crosswalk", Map.of("MRN", "a", "ALIAS", "p")),
            TiedRecords.of("samples", Map.of("SAMPLE_ID", "t9", "PATIENT_ID", "p")),
            TiedRecords.of("mutations", Map.of("Tumor_Sample_Barcode", "t9")));

    assertThat(left).isEmpty();
    assertThat(ErasedPersons.of(lake).ofPerson("north", "t9"))
        .containsExactlyInAnyOrder("a", "t1", "p", "t9");
    assertThat(said).isEmpty();
  }

  @Test
  void whatOthersHaveTooIsTheirsAndAnotherNumberIsToldNotTaken() {
    KeptOut out = keptOut();

    List<Row> left =
        left(
            out,
            TiedRecords.of("crosswalk", Map.of("MRN", "a", "ALIAS", "shared")),
            TiedRecords.of("crosswalk", Map.of("MRN", "b", "ALIAS", "shared")),
            TiedRecords.of("crosswalk", Map.of("MRN", "c", "ALIAS", "t1")),
            TiedRecords.of("patients", Map.of("MRN", "c")));

    assertThat(left).hasSize(2);
    assertThat(ErasedPersons.of(lake).of("north")).containsExactly("a", "t1");
    assertThat(said)
        .containsExactly(
            "  north: a record ties patient #c to an erased person; if they are one, erase that number too");
  }

  @Test
  void whoIsReadmittedComesIn() {
    ErasedPersons.of(lake).note(lake, "later", "north", "a", Set.of("a", "t1"), false);
    assertThat(ErasedPersons.of(lake).all()).isEmpty();
    assertThat(left(keptOut(), TiedRecords.of("patients", Map.of("MRN", "a")))).hasSize(1);
    ErasedPersons.of(lake).note(lake, "latest", "north", "a", Set.of("a"), true);
    assertThat(ErasedPersons.of(lake).of("north")).containsExactly("a");
  }

  private KeptOut keptOut() {
    return new KeptOut(lake, "run", List.of(TiedRecords.center()), said::add);
  }

  private static List<Row> left(KeptOut out, Row... records) {
    Dataset<Row> delivered =
        TestSpark.session().createDataFrame(List.of(records), Operational.RECORD.schema());
    return out.without(delivered).collectAsList();
  }
}
