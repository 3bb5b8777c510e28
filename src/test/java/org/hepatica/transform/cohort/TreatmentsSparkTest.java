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

/** Every patient is operated on 2005-01-01; day 120 is 2005-05-01, day 180 is 2005-06-30. */
class TreatmentsSparkTest {

  private static final HandMade TABLES = new HandMade();
  private static Map<String, Row> courses;

  @BeforeAll
  static void deriveOnce() {
    patient("day 0", null, "2005-01-01");
    patient("day 120", null, "2005-05-01");
    patient("day 121", null, "2005-05-02");
    patient("before only", null, "2004-12-31");
    patient("before and after", null, "2004-10-01", "2005-02-01");
    patient("before and late", null, "2004-10-01", "2005-09-01");
    patient("day before recurrence", "2005-02-01", "2005-01-31");
    patient("day of recurrence", "2005-02-01", "2005-02-01");
    patient("after recurrence", "2005-02-01", "2005-03-01");
    patient("before, and after recurrence", "2005-02-01", "2004-10-01", "2005-03-01");
    patient("adjuvant, and after recurrence", "2005-04-01", "2005-02-01", "2005-05-01");
    patient("after the cut-off", "2015-12-31", "2016-01-01");
    patient("none", null);
    systemic("180 before", "2004-07-05");
    systemic("181 before", "2004-07-04");
    systemic("180 after", "2005-06-30");
    systemic("181 after", "2005-07-01");
    courses = byPatient(Courses.derive(TABLES, Protocols.gholami()));
  }

  private static void patient(String name, String recurrence, String... haiStarts) {
    TABLES.add(
        Registry.LIVER_OPERATION,
        name,
        "operation_id",
        name,
        "operation_date",
        "2005-01-01",
        "kind",
        "resection",
        "margin",
        "R0");
    for (String start : haiStarts) {
      treatment(name, "hai", start);
    }
    if (recurrence != null) {
      TABLES.add(Registry.RECURRENCE, name, "recurrence_date", recurrence, "site", "lung");
    }
  }

  private static void systemic(String name, String start) {
    patient(name, null);
    treatment(name, "systemic", start);
  }

  private static void treatment(String name, String kind, String start) {
    TABLES.add(Registry.TREATMENT, name, "kind", kind, "start_date", start);
  }

  private static Object exposure(String patient) {
    return courses.get(patient).getAs("exposure_class");
  }

  private static Object start(String patient) {
    return courses.get(patient).getAs("exposure_start_days");
  }

  private static Object systemic(String patient) {
    return courses
        .get(patient)
        .getJavaMap(courses.get(patient).fieldIndex("perioperative"))
        .get("systemic");
  }

  @Test
  void adjuvantStartsFromTheDayOfTheOperationToDay120() {
    assertThat(exposure("day 0")).isEqualTo("adjuvant");
    assertThat(exposure("day 120")).isEqualTo("adjuvant");
    assertThat(exposure("day 121")).isEqualTo("late");
    assertThat(start("day 0")).isEqualTo(0);
    assertThat(start("day 121")).isEqualTo(121);
  }

  @Test
  void treatmentBeforeTheOperationExposesOnlyWithAdjuvantTreatment() {
    assertThat(exposure("before only")).isEqualTo("before only");
    assertThat(start("before only")).isNull();
    assertThat(exposure("before and after")).isEqualTo("before and after");
    assertThat(start("before and after")).isEqualTo(31);
    assertThat(exposure("before and late")).isEqualTo("late");
  }

  @Test
  void adjuvantStartsBeforeAnyRecurrence() {
    assertThat(exposure("day before recurrence")).isEqualTo("adjuvant");
    assertThat(exposure("day of recurrence")).isEqualTo("after recurrence");
    assertThat(exposure("after recurrence")).isEqualTo("after recurrence");
    assertThat(exposure("adjuvant, and after recurrence")).isEqualTo("adjuvant");
  }

  @Test
  void treatmentOnlyAfterARecurrenceHadNoneBefore() {
    assertThat(exposure("before, and after recurrence")).isEqualTo("before only");
  }

  @Test
  void treatmentAfterTheCutOffIsNotKnown() {
    assertThat(exposure("after the cut-off")).isNull();
    assertThat(exposure("none")).isNull();
  }

  @Test
  void perioperativeTreatmentStartsWithin180DaysOnEitherSide() {
    assertThat(systemic("180 before")).isEqualTo(true);
    assertThat(systemic("181 before")).isEqualTo(false);
    assertThat(systemic("180 after")).isEqualTo(true);
    assertThat(systemic("181 after")).isEqualTo(false);
    assertThat(systemic("none")).isEqualTo(false);
  }

  @Test
  void recurrenceCanBeLeftOutOfTheDefinition() {
    Study study = Protocols.gholami("exposure.before-recurrence", "false");
    Row course = byPatient(Courses.derive(TABLES, study)).get("after recurrence");
    assertThat(course.<Object>getAs("exposure_class")).isEqualTo("adjuvant");
  }
}
