package org.hepatica.transform.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hepatica.table.HandMade.byPatient;

import java.util.Map;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.table.HandMade;
import org.hepatica.table.Registry;
import org.hepatica.transform.Protocols;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IndexOperationSparkTest {

  private static final HandMade TABLES = new HandMade(2);
  private static Map<String, Row> courses;

  @BeforeAll
  static void deriveOnce() {
    single();
    staged();
    pathology();
    courses = derived(Protocols.gholami());
  }

  private static void single() {
    resection("two resections", "late", "2006-01-01", null, "R0", 2);
    resection("two resections", "early", "2005-01-01", null, "R1", 3);
    resection("R2 first", "R2", "2001-01-01", null, "R2", 3);
    resection("R2 first", "R0", "2002-01-01", null, "R0", 3);
    resection("before the period", "a", "1992-12-31", null, "R0", 3);
    resection("first day", "a", "1993-01-01", null, "R0", 3);
    resection("last day", "a", "2012-12-31", null, "R0", 3);
    resection("after the period", "a", "2013-01-01", null, "R0", 3);
    resection("margin unknown", "a", "2005-01-01", null, null, 3);
    operation("ablation", "a", "operation_date", "2005-01-01", "kind", "ablation only");
    operation("extent", "a", "operation_date", "2005-01-01", "margin", "R0", "extent", "major");
    operation("days only", "a", "operation_date", "1970-01-01", "margin", "R0");
    operation(
        "year only",
        "a",
        "operation_date",
        "2005-07-02",
        "operation_date_precision",
        "year",
        "margin",
        "R0");
    TABLES.add(
        Registry.FOLLOW_UP, "year only", "last_contact_date", "2005-05-05", "vital_status", "dead");
    TABLES.add(Registry.PATIENT, "no operation");
  }

  private static void staged() {
    twoStages("two stages", "R1", "R0");
    twoStages("R2 in the first stage", "R2", "R0");
    twoStages("first margin unknown", null, "R0");
    resection("two first stages", "one", "2003-01-01", 1, "R0", 1);
    resection("two first stages", "two", "2004-01-01", 1, "R0", 1);
    resection("two first stages", "three", "2004-03-01", 2, "R0", 1);
    resection("never completed", "a", "2004-01-01", 1, "R0", 3);
    resection("second stage alone", "a", "2004-01-01", 2, "R0", 3);
  }

  private static void twoStages(String patient, String firstMargin, String secondMargin) {
    resection(patient, "one", "2004-01-10", 1, firstMargin, 1);
    resection(patient, "two", "2004-03-10", 2, secondMargin, 2);
  }

  private static void pathology() {
    lesion("two stages", "one", 1, 2.0, null);
    lesion("two stages", "one", 2, 6.5, null);
    lesion("two stages", "two", 1, 5.0, null);
    lesion("two resections", "late", 1, 9.0, null);
    lesion("two resections", "early", 1, null, null);
    lesion("two resections", "early", 2, 3.0, null);
    lesion("first day", "a", 1, 5.0, null);
    lesion("first day", "a", 2, 5.0, ">");
    lesion("last day", "a", 1, 1.0, "<");
    lesion("last day", "a", 2, 1.0, null);
  }

  private static void lesion(
      String patient, String operation, int number, Double size, String qualifier) {
    TABLES.add(
        Registry.LESION,
        patient,
        "operation_id",
        patient + " " + operation,
        "lesion_number",
        number,
        "size_cm",
        size,
        "size_cm_qualifier",
        qualifier);
  }

  private static void resection(
      String patient, String id, String day, Integer stage, String margin, Integer segments) {
    operation(
        patient,
        id,
        "operation_date",
        day,
        "stage",
        stage,
        "margin",
        margin,
        "segments",
        segments,
        "ablation",
        id.equals("one"));
  }

  private static void operation(String patient, String id, Object... more) {
    Object[] values = new Object[more.length + 4];
    System.arraycopy(
        new Object[] {"operation_id", patient + " " + id, "kind", "resection"}, 0, values, 0, 4);
    System.arraycopy(more, 0, values, 4, more.length);
    TABLES.add(Registry.LIVER_OPERATION, patient, values);
  }

  private static Map<String, Row> derived(Study study) {
    return byPatient(Courses.derive(TABLES, study));
  }

  private static Object of(String patient, String column) {
    Object value = courses.get(patient).getAs(column);
    return value instanceof java.sql.Date day ? day.toString() : value;
  }

  @Test
  void theFirstCompleteResectionIsTheIndexOperation() {
    assertThat(of("two resections", "operation_id")).isEqualTo("two resections early");
    assertThat(of("two resections", "operation_date")).isEqualTo("2005-01-01");
    assertThat(of("two resections", "margin")).isEqualTo("R1");
    assertThat(of("two resections", "resections")).isEqualTo(2);
  }

  @Test
  void anIncompleteResectionIsCountedAndPassedOver() {
    assertThat(of("R2 first", "operation_id")).isEqualTo("R2 first R0");
    assertThat(of("R2 first", "resections")).isEqualTo(2);
    assertThat(of("R2 first", "complete_resections")).isEqualTo(1);
  }

  @Test
  void thePeriodHasItsFirstAndItsLastDay() {
    assertThat(of("before the period", "operation_date")).isNull();
    assertThat(of("before the period", "complete_resections")).isEqualTo(1);
    assertThat(of("first day", "operation_date")).isEqualTo("1993-01-01");
    assertThat(of("last day", "operation_date")).isEqualTo("2012-12-31");
    assertThat(of("after the period", "operation_date")).isNull();
  }

  @Test
  void anUnknownMarginIsNoCompleteResectionOfAStudyThatNamesMargins() {
    assertThat(of("margin unknown", "resections")).isEqualTo(1);
    assertThat(of("margin unknown", "complete_resections")).isEqualTo(0);
    assertThat(of("margin unknown", "operation_date")).isNull();
  }

  @Test
  void aStudyWithoutMarginsTakesAnyResectionOfAnyTime() {
    Map<String, Row> any = derived(Protocols.prognosis());
    assertThat(any.get("margin unknown").<Integer>getAs("complete_resections")).isEqualTo(1);
    assertThat(any.get("before the period").<Object>getAs("operation_date")).isNotNull();
    assertThat(any.get("never completed").<Object>getAs("operation_date")).isNotNull();
  }

  @Test
  void ablationAloneIsNoResection() {
    assertThat(of("ablation", "resections")).isEqualTo(0);
    assertThat(of("no operation", "resections")).isEqualTo(0);
    assertThat(of("no operation", "operation_date")).isNull();
  }

  @Test
  void twoStagesAreOneOperationAtTheCompletingStage() {
    assertThat(of("two stages", "resections")).isEqualTo(1);
    assertThat(of("two stages", "operation_date")).isEqualTo("2004-03-10");
    assertThat(of("two stages", "first_stage_date")).isEqualTo("2004-01-10");
    assertThat(of("two stages", "two_stage")).isEqualTo(true);
    assertThat(of("two stages", "ablation")).isEqualTo(true);
    assertThat(of("two resections", "two_stage")).isEqualTo(false);
  }

  @Test
  void twoStagesSumTheirSegmentsAndLesions() {
    assertThat(of("two stages", "segments")).isEqualTo(3);
    assertThat(of("two stages", "major_hepatectomy")).isEqualTo(true);
    assertThat(of("two stages", "number_of_metastases")).isEqualTo(3);
    assertThat(of("two stages", "largest_metastasis_cm")).isEqualTo(6.5);
  }

  @Test
  void theWorstMarginOfTwoStagesCounts() {
    assertThat(of("two stages", "margin")).isEqualTo("R1");
    assertThat(of("R2 in the first stage", "complete_resections")).isEqualTo(0);
    assertThat(of("first margin unknown", "complete_resections")).isEqualTo(0);
  }

  @Test
  void aSecondStageCompletesTheLatestFirstStageBeforeIt() {
    assertThat(of("two first stages", "first_stage_date")).isEqualTo("2004-01-01");
    assertThat(of("two first stages", "resections")).isEqualTo(2);
    assertThat(of("two first stages", "complete_resections")).isEqualTo(1);
  }

  @Test
  void aFirstStageThatNothingCompletesIsNotComplete() {
    assertThat(of("never completed", "resections")).isEqualTo(1);
    assertThat(of("never completed", "complete_resections")).isEqualTo(0);
  }

  @Test
  void aSecondStageWithoutAFirstStandsAlone() {
    assertThat(of("second stage alone", "operation_date")).isEqualTo("2004-01-01");
    assertThat(of("second stage alone", "first_stage_date")).isNull();
    assertThat(of("second stage alone", "two_stage")).isEqualTo(true);
  }

  @Test
  void theFirstStageIsTimeZeroWhenTheStudySaysSo() {
    Study study = Protocols.gholami("index-operation.two-stage", "first-stage");
    Row course = derived(study).get("two stages");
    assertThat(course.<Object>getAs("operation_date")).hasToString("2004-01-10");
    assertThat(course.<Object>getAs("operation_id")).isEqualTo("two stages two");
  }

  @Test
  void extentStandsInForSegments() {
    assertThat(of("extent", "major_hepatectomy")).isEqualTo(true);
    assertThat(of("extent", "segments")).isNull();
    assertThat(of("days only", "major_hepatectomy")).isNull();
  }

  @Test
  void anImputedOperationIsNotAfterTheLastContact() {
    assertThat(of("year only", "operation_date")).isEqualTo("2005-05-05");
    assertThat(of("year only", "operation_precision")).isEqualTo("year");
  }

  @Test
  void pathologyIsOfTheIndexOperationAndMissingWithoutAReport() {
    assertThat(of("two resections", "number_of_metastases")).isEqualTo(2);
    assertThat(of("two resections", "largest_metastasis_cm")).isEqualTo(3.0);
    assertThat(of("R2 first", "number_of_metastases")).isNull();
    assertThat(of("R2 first", "largest_metastasis_cm")).isNull();
  }

  @Test
  void ofEqualSizesMoreThanStandsOverExactlyOverLessThan() {
    assertThat(of("first day", "largest_metastasis_cm_qualifier")).isEqualTo(">");
    assertThat(of("last day", "largest_metastasis_cm_qualifier")).isNull();
  }
}
