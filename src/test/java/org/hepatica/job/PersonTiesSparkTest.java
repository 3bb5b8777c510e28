package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.TestSpark;
import org.hepatica.table.Operational;
import org.junit.jupiter.api.Test;

class PersonTiesSparkTest {

  @Test
  void whateverRecordsTieToAPatientIsThePatients() {
    PersonTies ties =
        ties(
            false,
            TiedRecords.of("patients", Map.of("MRN", "a")),
            TiedRecords.of("crosswalk", Map.of("MRN", "a", "ALIAS", "p")),
            TiedRecords.of("samples", Map.of("SAMPLE_ID", "t", "PATIENT_ID", "p")),
            TiedRecords.of("crosswalk", Map.of("MRN", "b", "ALIAS", "q")));

    ties.add(Set.of("t"));

    assertThat(ties.identifiers()).containsExactlyInAnyOrder("a", "p", "t");
    assertThat(ties.patients()).containsExactly("a");
  }

  @Test
  void anAliasThatTwoPatientsShareTiesThemUnlessItIsLeftToTheOther() {
    Row[] records = {
      TiedRecords.of("crosswalk", Map.of("MRN", "a", "ALIAS", "shared")),
      TiedRecords.of("crosswalk", Map.of("MRN", "a", "ALIAS", "own")),
      TiedRecords.of("crosswalk", Map.of("MRN", "b", "ALIAS", "shared"))
    };
    PersonTies all = ties(false, records);
    all.add(Set.of("a"));
    assertThat(all.patients()).containsExactly("a", "b");

    PersonTies left = ties(true, records);
    left.add(Set.of("a"));

    assertThat(left.patients()).containsExactly("a");
    assertThat(left.identifiers()).containsExactlyInAnyOrder("a", "own");
  }

  @Test
  void twoNumbersOfWhichAFileSaysThatTheyAreOneAreOnePatient() {
    PersonTies ties =
        ties(
            false,
            TiedRecords.of("patients", Map.of("MRN", "a")),
            TiedRecords.of("patients", Map.of("MRN", "b")),
            TiedRecords.of("merged", Map.of("OLD", "a", "NOW", "b")));

    ties.add(Set.of("a"));

    assertThat(ties.identifiers()).containsExactlyInAnyOrder("a", "b");
    assertThat(ties.patients()).containsExactly("b");
  }

  @Test
  void whatIsOnePatientsOnlyWithinAnOperationMakesNotTwoOne() {
    PersonTies ties =
        ties(
            false,
            TiedRecords.of("patients", Map.of("MRN", "a")),
            TiedRecords.of("patients", Map.of("MRN", "b")),
            TiedRecords.of("merged", Map.of("OLD", "a", "NOW", "b", "WITHIN", "op")));

    ties.add(Set.of("a"));

    assertThat(ties.patients()).containsExactly("a", "b");
  }

  @Test
  void samplesOfOneFileAndASharedNormalTieNobody() {
    Row[] records = {
      TiedRecords.of("patients", Map.of("MRN", "a")),
      TiedRecords.of("crosswalk", Map.of("MRN", "a", "ALIAS", "t1")),
      TiedRecords.of(
          "wgs", Map.of("KIND", "sample", "SAMPLES", "2", "SAMPLE_1", "t1", "SAMPLE_2", "t2")),
      maf("t1", "own"),
      maf("t1", "pool"),
      maf("t2", "pool")
    };
    PersonTies ties = ties(false, records);

    ties.add(Set.of("a"));

    assertThat(ties.identifiers()).containsExactlyInAnyOrder("a", "t1", "own");
  }

  @Test
  void theNormalBesideAPatientsTumourIsThePatients() {
    PersonTies ties =
        ties(
            false,
            TiedRecords.of("crosswalk", Map.of("MRN", "a", "ALIAS", "t1")),
            TiedRecords.tumorAndNormal("t1", "blood"));

    ties.add(Set.of("a"));

    assertThat(ties.identifiers()).contains("blood");
  }

  private static Row maf(String tumor, String normal) {
    return TiedRecords.of(
        "mutations", Map.of("Tumor_Sample_Barcode", tumor, "Matched_Norm_Sample_Barcode", normal));
  }

  private static PersonTies ties(boolean leavesShared, Row... records) {
    Dataset<Row> all =
        TestSpark.session().createDataFrame(List.of(records), Operational.RECORD.schema());
    return new PersonTies(TiedRecords.center(), all, leavesShared);
  }
}
