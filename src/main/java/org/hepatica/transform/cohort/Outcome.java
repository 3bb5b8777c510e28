package org.hepatica.transform.cohort;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.hepatica.table.Gold.DELIVERED_EVENT;
import static org.hepatica.table.Gold.DELIVERED_TIME;
import static org.hepatica.table.Gold.FIRST_RECURRENCE_DATE;
import static org.hepatica.table.Gold.FOLLOWED_PAST_CUT_OFF;
import static org.hepatica.table.Gold.OPERATION_PRECISION;
import static org.hepatica.table.Registry.LAST_CONTACT_DATE;
import static org.hepatica.table.Registry.OPERATION_DATE;

import org.apache.spark.sql.Column;
import org.hepatica.protocol.Study;
import org.hepatica.protocol.Study.Endpoint;
import org.hepatica.table.Let;
import org.hepatica.table.PartialDate;

/** How an endpoint ends for a subject: derived where it can be, else as delivered. */
final class Outcome {

  // Fields of an outcome.
  static final String DAYS = "days";
  static final String CENSORING = "censoring";
  static final String EVENT = "event";
  static final String CENSORED_BY = "censored_by";
  static final String ORIGIN = "origin";
  static final String PROBLEM = "problem";

  private static final int AN_EVENT = 0;
  private static final int CENSORED = 1;
  private static final String AS_DELIVERED = "AS DELIVERED";

  private Outcome() {}

  /**
   * The outcome, a struct of the fields above; {@link #PROBLEM} is null when there is one.
   *
   * <p>A subject without any recurrence may be one whose centre delivers the endpoint instead of
   * recurrences: so a ready-made endpoint that looks at recurrences stands before a derived one
   * that saw none.
   */
  static Column of(Endpoint endpoint, Study study) {
    boolean watches = Occurrences.watchesRecurrence(endpoint);
    return Let.in(
        Let.in(Occurrences.first(endpoint), Outcome::derived),
        derived ->
            Let.in(delivered(endpoint, study), delivered -> chosen(derived, delivered, watches)));
  }

  private static Column chosen(Column derived, Column delivered, boolean watchesRecurrence) {
    Column sawNone = watchesRecurrence ? col(FIRST_RECURRENCE_DATE).isNull() : lit(false);
    return when(usable(derived).and(not(usable(delivered).and(sawNone))), derived)
        .when(usable(delivered).or(derived.getField(DAYS).isNull()), delivered)
        .otherwise(derived);
  }

  private static Column usable(Column outcome) {
    return outcome.getField(PROBLEM).isNull();
  }

  private static Column derived(Column first) {
    Column last = col(LAST_CONTACT_DATE);
    Column days = datediff(coalesce(first.getField(Occurrences.DAY), last), col(OPERATION_DATE));
    Column followed = when(last.isNotNull(), days);
    Column censoring = coalesce(first.getField(Occurrences.CENSORING), lit(CENSORED));
    return outcome(
        followed,
        censoring,
        first.getField(Occurrences.NAME),
        when(col(FOLLOWED_PAST_CUT_OFF), lit("DATA CUT-OFF")).otherwise(lit("LAST CONTACT")),
        "derived");
  }

  private static Column delivered(Endpoint endpoint, Study study) {
    Column time = col(DELIVERED_TIME).getItem(endpoint.name());
    Column event = coalesce(col(DELIVERED_EVENT).getItem(endpoint.name()), lit(false));
    return Let.in(daysToCutOff(study), limit -> delivered(time, event, limit));
  }

  private static Column delivered(Column time, Column event, Column limit) {
    Column past = coalesce(time.gt(limit), lit(false));
    return outcome(
        when(past, limit).otherwise(time),
        when(event.and(not(past)), lit(AN_EVENT)).otherwise(lit(CENSORED)),
        lit(AS_DELIVERED),
        when(past, lit("DATA CUT-OFF")).otherwise(lit(AS_DELIVERED)),
        "delivered");
  }

  private static Column daysToCutOff(Study study) {
    Column calendar = not(PartialDate.relative(col(OPERATION_PRECISION)));
    return study
        .dataCutOff()
        .map(cutOff -> when(calendar, datediff(lit(cutOff), col(OPERATION_DATE))))
        .orElseGet(() -> lit(null).cast("int"));
  }

  private static Column outcome(
      Column days, Column censoring, Column event, Column censoredBy, String origin) {
    Column censored = censoring.equalTo(CENSORED);
    return struct(
        days.as(DAYS),
        censoring.as(CENSORING),
        when(not(censored), event).as(EVENT),
        when(censored, censoredBy).as(CENSORED_BY),
        lit(origin).as(ORIGIN),
        problem(days).as(PROBLEM));
  }

  /** What keeps an endpoint from being had; a time before time zero is none. */
  private static Column problem(Column days) {
    return when(col(OPERATION_DATE).isNull(), lit("no-operation"))
        .when(days.isNull(), lit("no-follow-up"))
        .when(days.lt(0), lit("negative-time"));
  }
}
