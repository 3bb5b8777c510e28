package org.hepatica.transform.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.table.Gold;
import org.hepatica.table.HandMade;
import org.hepatica.transform.Protocols;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Endpoints of subjects operated on 2005-01-01. */
class EndpointsSparkTest {

  private static final HandMade TABLES = new HandMade();
  private static Map<String, Row> endpoints;
  private static Map<String, Row> subjects;

  @BeforeAll
  static void deriveOnce() {
    subject("alive", "last_contact_date", "2005-01-31", "dead", false);
    subject("cut off", "last_contact_date", "2015-12-31", "followed_past_cut_off", true);
    died("dead", "2005-03-02");
    died("dead on day 0", "2005-01-01");
    died("dead before", "2004-12-31");
    died("recurred", "2006-01-01", "first_recurrence_date", "2005-01-11");
    died("recurred and died", "2005-01-11", "first_recurrence_date", "2005-01-11");
    subject("recurred, no follow-up", "first_recurrence_date", "2005-01-11");
    subject("no follow-up");
    TABLES.add(Gold.PROFILE, "no operation", "last_contact_date", "2005-01-01");
    ready();
    Study study = Protocols.gholami();
    var subject = Subjects.derive(TABLES, study);
    subjects = HandMade.byPatient(subject);
    endpoints =
        Endpoints.derive(TABLES.with(Gold.SUBJECT, subject), study).collectAsList().stream()
            .collect(
                Collectors.toMap(
                    row -> row.getAs("USUBJID") + " " + row.getAs("PARAMCD"), row -> row));
  }

  private static void ready() {
    relative("delivered", Map.of("os", 100, "rfs", 40), Map.of("os", false, "rfs", true));
    relative("delivered negative", Map.of("os", -1), Map.of("os", true));
    subject("delivered too", readyMade("last_contact_date", "2005-01-31"));
    subject(
        "delivered, recurred",
        readyMade("last_contact_date", "2005-01-31", "first_recurrence_date", "2005-01-11"));
    subject("delivered past the cut-off", readyMade());
  }

  private static Object[] readyMade(Object... more) {
    Object[] values = new Object[more.length + 4];
    values[0] = "delivered_time";
    values[1] = Map.of("os", 4017, "rfs", 4016);
    values[2] = "delivered_event";
    values[3] = Map.of("os", true, "rfs", true);
    System.arraycopy(more, 0, values, 4, more.length);
    return values;
  }

  private static void relative(
      String name, Map<String, Integer> times, Map<String, Boolean> events) {
    TABLES.add(
        Gold.PROFILE,
        name,
        "operation_date",
        "1970-01-01",
        "operation_precision",
        "relative",
        "delivered_time",
        times,
        "delivered_event",
        events);
  }

  private static void died(String name, String day, Object... more) {
    Object[] values = new Object[more.length + 6];
    System.arraycopy(
        new Object[] {"last_contact_date", day, "death_date", day, "dead", true}, 0, values, 0, 6);
    System.arraycopy(more, 0, values, 6, more.length);
    subject(name, values);
  }

  private static void subject(String name, Object... more) {
    Object[] values = new Object[more.length + 4];
    System.arraycopy(
        new Object[] {"operation_date", "2005-01-01", "operation_precision", "day"},
        0,
        values,
        0,
        4);
    System.arraycopy(more, 0, values, 4, more.length);
    TABLES.add(Gold.PROFILE, name, values);
  }

  private static List<Object> timeAndCensoring(String key) {
    return List.of(endpoints.get(key).getAs("AVAL"), endpoints.get(key).getAs("CNSR"));
  }

  private static Object of(String key, String column) {
    Object value = endpoints.get(key).getAs(column);
    return value instanceof java.sql.Date day ? day.toString() : value;
  }

  private static Object problem(String patient, String endpoint) {
    Row row = subjects.get(patient);
    return row.getJavaMap(row.fieldIndex("endpoint_problem")).get(endpoint);
  }

  private static Object has(String patient, String endpoint) {
    Row row = subjects.get(patient);
    return row.getJavaMap(row.fieldIndex("has_endpoint")).get(endpoint);
  }

  @Test
  void zeroIsAnEventAndOneIsCensored() {
    assertThat(timeAndCensoring("dead OS")).containsExactly(60, 0);
    assertThat(timeAndCensoring("alive OS")).containsExactly(30, 1);
  }

  @Test
  void aDeathIsAnEventOfSurvivalAndCompetesWithRecurrence() {
    assertThat(timeAndCensoring("dead RFS")).containsExactly(60, 0);
    assertThat(timeAndCensoring("dead TTR")).containsExactly(60, 2);
    assertThat(of("dead TTR", "EVNTDESC")).isEqualTo("DEATH");
    assertThat(timeAndCensoring("alive TTR")).containsExactly(30, 1);
  }

  @Test
  void theFirstRecurrenceEndsSurvivalWithoutIt() {
    assertThat(timeAndCensoring("recurred RFS")).containsExactly(10, 0);
    assertThat(timeAndCensoring("recurred TTR")).containsExactly(10, 0);
    assertThat(timeAndCensoring("recurred OS")).containsExactly(365, 0);
    assertThat(of("recurred RFS", "EVNTDESC")).isEqualTo("RECURRENCE");
  }

  @Test
  void onOneDayTheEventStandsBeforeTheCompetingOne() {
    assertThat(timeAndCensoring("recurred and died TTR")).containsExactly(10, 0);
    assertThat(of("recurred and died RFS", "EVNTDESC")).isEqualTo("RECURRENCE");
  }

  @Test
  void rowsTellDatesTextsAndOrigin() {
    assertThat(of("alive OS", "PARAM")).isEqualTo("Overall survival");
    assertThat(of("alive OS", "AVALU")).isEqualTo("DAYS");
    assertThat(of("alive OS", "STARTDT")).isEqualTo("2005-01-01");
    assertThat(of("alive OS", "ADT")).isEqualTo("2005-01-31");
    assertThat(of("alive OS", "EVNTDESC")).isNull();
    assertThat(of("alive OS", "CNSDTDSC")).isEqualTo("LAST CONTACT");
    assertThat(of("dead OS", "CNSDTDSC")).isNull();
    assertThat(of("cut off OS", "CNSDTDSC")).isEqualTo("DATA CUT-OFF");
    assertThat(of("alive OS", "ORIGIN".toLowerCase(java.util.Locale.ROOT))).isEqualTo("derived");
  }

  @Test
  void dayZeroIsATime() {
    assertThat(timeAndCensoring("dead on day 0 OS")).containsExactly(0, 0);
  }

  @Test
  void aTimeBeforeZeroIsNoEndpointAndSaysSo() {
    assertThat(endpoints).doesNotContainKeys("dead before OS", "delivered negative OS");
    assertThat(has("dead before", "os")).isEqualTo(false);
    assertThat(problem("dead before", "os")).isEqualTo("negative-time");
    assertThat(problem("delivered negative", "os")).isEqualTo("negative-time");
    assertThat(problem("dead", "os")).isNull();
  }

  @Test
  void withoutOperationOrFollowUpThereIsNoEndpoint() {
    assertThat(problem("no operation", "os")).isEqualTo("no-operation");
    assertThat(problem("no follow-up", "os")).isEqualTo("no-follow-up");
    assertThat(problem("recurred, no follow-up", "rfs")).isEqualTo("no-follow-up");
    assertThat(has("no follow-up", "os")).isEqualTo(false);
    assertThat(endpoints).doesNotContainKeys("no operation OS", "no follow-up OS");
  }

  @Test
  void aReadyMadeEndpointStandsInWithoutDates() {
    assertThat(timeAndCensoring("delivered OS")).containsExactly(100, 1);
    assertThat(timeAndCensoring("delivered RFS")).containsExactly(40, 0);
    assertThat(of("delivered RFS", "origin")).isEqualTo("delivered");
    assertThat(of("delivered RFS", "STARTDT")).isNull();
    assertThat(of("delivered RFS", "ADT")).isNull();
    assertThat(problem("delivered", "ttr")).isEqualTo("no-follow-up");
  }

  @Test
  void aDerivedEndpointStandsBeforeAReadyMadeOne() {
    assertThat(of("delivered too OS", "origin")).isEqualTo("derived");
    assertThat(of("delivered, recurred RFS", "origin")).isEqualTo("derived");
  }

  @Test
  void aReadyMadeEndpointMayKnowRecurrencesThatTheCentreDoesNotDeliver() {
    assertThat(of("delivered too RFS", "origin")).isEqualTo("delivered");
    assertThat(timeAndCensoring("delivered too RFS")).containsExactly(4016, 0);
  }

  /** 2005-01-01 + 4016 days = 2015-12-31, the cut-off. */
  @Test
  void aReadyMadeEventAfterTheCutOffIsCensoredAtIt() {
    assertThat(timeAndCensoring("delivered past the cut-off OS")).containsExactly(4016, 1);
    assertThat(of("delivered past the cut-off OS", "CNSDTDSC")).isEqualTo("DATA CUT-OFF");
    assertThat(of("delivered past the cut-off OS", "ADT")).isEqualTo("2015-12-31");
    assertThat(timeAndCensoring("delivered past the cut-off RFS")).containsExactly(4016, 0);
  }
}
