package org.hepatica.transform.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hepatica.table.HandMade.byPatient;

import java.util.Map;
import org.apache.spark.sql.Row;
import org.hepatica.table.HandMade;
import org.hepatica.table.Registry;
import org.hepatica.transform.Protocols;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Follow-up and recurrence of patients operated on 2005-03-20. */
class FollowUpSparkTest {

  private static final HandMade TABLES = new HandMade();
  private static Map<String, Row> courses;

  @BeforeAll
  static void deriveOnce() {
    followUps();
    recurrences();
    courses = byPatient(Courses.derive(TABLES, Protocols.gholami()));
  }

  private static void followUps() {
    followed("alive", "2010-01-01", "day", "alive", null, null);
    followed("dead", "2010-01-01", "day", "dead", "2010-01-01", "day");
    followed("dead without date", "2010-01-01", "day", "dead", null, null);
    followed("date without status", "2010-01-01", "day", "alive", "2010-02-01", "day");
    followed("death imputed", "2010-05-01", "day", "dead", "2010-07-02", "year");
    followed("contact in the operation's month", "2005-03-16", "month", "alive", null, null);
    followed("died on the cut-off", "2015-12-31", "day", "dead", "2015-12-31", "day");
    followed("died after the cut-off", "2016-01-01", "day", "dead", "2016-01-01", "day");
    operated("no follow-up", "2005-03-20", "day");
    operated("relative", "1970-01-01", "relative");
    follow("relative", "2020-01-01", "relative", "dead", "2020-01-01", "relative");
  }

  private static void recurrences() {
    followed("same day", "2010-01-01", "day", "alive", null, null);
    recurred("same day", "2005-03-20", "day", "liver");
    followed("next day", "2010-01-01", "day", "alive", null, null);
    recurred("next day", "2005-03-21", "day", "other");
    followed("same month", "2010-01-01", "day", "alive", null, null);
    recurred("same month", "2005-03-16", "month", "lung");
    followed("same year", "2005-05-01", "day", "alive", null, null);
    recurred("same year", "2005-07-02", "year", "lung");
    followed("recurrence after the cut-off", "2017-01-01", "day", "alive", null, null);
    recurred("recurrence after the cut-off", "2016-07-02", "year", "lung");
    episodes();
  }

  private static void episodes() {
    followed("within 30 days", "2010-01-01", "day", "alive", null, null);
    recurred("within 30 days", "2006-01-01", "day", "lung");
    recurred("within 30 days", "2006-01-31", "day", "liver");
    followed("after 31 days", "2010-01-01", "day", "alive", null, null);
    recurred("after 31 days", "2006-01-01", "day", "lung");
    recurred("after 31 days", "2006-02-01", "day", "liver");
    followed("lung and other", "2010-01-01", "day", "alive", null, null);
    recurred("lung and other", "2006-01-01", "day", "other");
    recurred("lung and other", "2006-01-01", "day", "lung");
    followed("liver alone", "2010-01-01", "day", "alive", null, null);
    recurred("liver alone", "2006-01-01", "day", "liver");
  }

  private static void operated(String patient, String day, String precision) {
    TABLES.add(
        Registry.LIVER_OPERATION,
        patient,
        "operation_id",
        patient,
        "operation_date",
        day,
        "operation_date_precision",
        precision,
        "kind",
        "resection",
        "margin",
        "R0");
  }

  private static void followed(
      String patient, String last, String precision, String status, String death, String ofDeath) {
    operated(patient, "2005-03-20", "day");
    follow(patient, last, precision, status, death, ofDeath);
  }

  private static void follow(
      String patient, String last, String precision, String status, String death, String ofDeath) {
    TABLES.add(
        Registry.FOLLOW_UP,
        patient,
        "last_contact_date",
        last,
        "last_contact_date_precision",
        precision,
        "vital_status",
        status,
        "death_date",
        death,
        "death_date_precision",
        ofDeath);
  }

  private static void recurred(String patient, String day, String precision, String site) {
    TABLES.add(
        Registry.RECURRENCE,
        patient,
        "recurrence_date",
        day,
        "recurrence_date_precision",
        precision,
        "site",
        site);
  }

  private static Object of(String patient, String column) {
    Object value = courses.get(patient).getAs(column);
    return value instanceof java.sql.Date day ? day.toString() : value;
  }

  @Test
  void deathIsKnownByStatusOrDate() {
    assertThat(of("alive", "dead")).isEqualTo(false);
    assertThat(of("alive", "death_date")).isNull();
    assertThat(of("dead", "dead")).isEqualTo(true);
    assertThat(of("dead without date", "death_date")).isEqualTo("2010-01-01");
    assertThat(of("date without status", "dead")).isEqualTo(true);
    assertThat(of("date without status", "last_contact_date")).isEqualTo("2010-02-01");
    assertThat(of("no follow-up", "dead")).isNull();
  }

  @Test
  void imputedDatesAreNotAfterTheLastContact() {
    assertThat(of("death imputed", "death_date")).isEqualTo("2010-05-01");
    assertThat(of("same year", "first_recurrence_date")).isEqualTo("2005-05-01");
  }

  @Test
  void imputedDatesOfTheOperationsMonthAreNotBeforeIt() {
    assertThat(of("contact in the operation's month", "last_contact_date")).isEqualTo("2005-03-20");
    assertThat(of("same month", "first_recurrence_date")).isEqualTo("2005-03-21");
  }

  @Test
  void theCutOffEndsTheFollowUp() {
    assertThat(of("died on the cut-off", "dead")).isEqualTo(true);
    assertThat(of("died on the cut-off", "followed_past_cut_off")).isEqualTo(false);
    assertThat(of("died after the cut-off", "dead")).isEqualTo(false);
    assertThat(of("died after the cut-off", "death_date")).isNull();
    assertThat(of("died after the cut-off", "last_contact_date")).isEqualTo("2015-12-31");
    assertThat(of("died after the cut-off", "followed_past_cut_off")).isEqualTo(true);
    assertThat(of("recurrence after the cut-off", "first_recurrence_date")).isNull();
  }

  @Test
  void theCutOffDoesNotTouchRelativeDates() {
    assertThat(of("relative", "dead")).isEqualTo(true);
    assertThat(of("relative", "last_contact_date")).isEqualTo("2020-01-01");
  }

  @Test
  void aRecurrenceIsDatedAfterTheDayOfTheOperation() {
    assertThat(of("same day", "first_recurrence_date")).isNull();
    assertThat(of("same day", "recurrence_site")).isNull();
    assertThat(of("same day", "recurrence_liver_only")).isNull();
    assertThat(of("next day", "first_recurrence_date")).isEqualTo("2005-03-21");
    assertThat(of("next day", "recurrence_site")).isEqualTo("other");
  }

  @Test
  void sitesWithin30DaysAreOneEpisodeOfOneClass() {
    assertThat(of("within 30 days", "recurrence_site")).isEqualTo("liver");
    assertThat(of("within 30 days", "recurrence_liver_only")).isEqualTo(false);
    assertThat(of("after 31 days", "recurrence_site")).isEqualTo("lung");
    assertThat(of("after 31 days", "first_liver_recurrence_date")).isEqualTo("2006-02-01");
    assertThat(of("lung and other", "recurrence_site")).isEqualTo("lung");
    assertThat(of("liver alone", "recurrence_liver_only")).isEqualTo(true);
  }
}
