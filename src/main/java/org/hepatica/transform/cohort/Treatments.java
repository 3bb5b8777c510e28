package org.hepatica.transform.cohort;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.hepatica.table.Gold.EXPOSURE_CLASS;
import static org.hepatica.table.Gold.EXPOSURE_START_DAYS;
import static org.hepatica.table.Gold.FIRST_RECURRENCE_DATE;
import static org.hepatica.table.Gold.PERIOPERATIVE;
import static org.hepatica.table.Registry.KIND;
import static org.hepatica.table.Registry.LAST_CONTACT_DATE;
import static org.hepatica.table.Registry.OPERATION_DATE;
import static org.hepatica.table.Registry.START_DATE;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.protocol.Study.Exposure;
import org.hepatica.protocol.Study.Perioperative;
import org.hepatica.table.Kind;
import org.hepatica.table.Let;
import org.hepatica.table.PartialDate;
import org.hepatica.table.Registry;

/** The exposure's class and the perioperative treatments, from when treatments started. */
final class Treatments {

  private static final String GIVEN = "treatment_given";
  private static final String PRECISION = START_DATE + Kind.DATE.companionSuffix();

  private Treatments() {}

  /** Adds class, start and perioperative map; a patient without the treatment has no class yet. */
  static Dataset<Row> classify(Dataset<Row> course, Study study) {
    Column given =
        Let.in(
            starts(study),
            starts -> {
              Column exposing =
                  study
                      .exposure()
                      .map(exposure -> startsOf(starts, exposure.treatment()))
                      .orElseGet(() -> array().cast("array<date>"));
              return Let.in(exposing, days -> given(days, starts, study));
            });
    return Let.columns(
        course, GIVEN, given, List.of(EXPOSURE_CLASS, EXPOSURE_START_DAYS, PERIOPERATIVE));
  }

  private static Column given(Column exposing, Column starts, Study study) {
    Column operation = col(OPERATION_DATE);
    Column first = array_min(filter(exposing, day -> day.geq(operation)));
    Column exposureClass =
        study
            .exposure()
            .map(exposure -> exposureClass(exposing, exposure))
            .orElseGet(() -> lit(null).cast("string"));
    return struct(
        exposureClass.as(EXPOSURE_CLASS),
        datediff(first, operation).as(EXPOSURE_START_DAYS),
        perioperative(starts, study).as(PERIOPERATIVE));
  }

  private static Column starts(Study study) {
    Column last = col(LAST_CONTACT_DATE);
    return filter(
        transform(
            col(Registry.TREATMENT.name()),
            one ->
                struct(
                    one.getField(KIND).as(KIND),
                    PartialDate.notAfter(one.getField(START_DATE), one.getField(PRECISION), last)
                        .as(START_DATE),
                    one.getField(PRECISION).as(PRECISION))),
        one -> not(CutOff.after(study, one.getField(START_DATE), one.getField(PRECISION))));
  }

  private static Column startsOf(Column starts, String treatment) {
    return transform(
        filter(starts, one -> one.getField(KIND).equalTo(treatment)),
        one -> one.getField(START_DATE));
  }

  /** A start on the day of the operation is after it; one on the day of a recurrence is too. */
  private static Column exposureClass(Column starts, Exposure exposure) {
    Column operation = col(OPERATION_DATE);
    Column limit = date_add(operation, exposure.withinDays());
    boolean watch = exposure.beforeRecurrence();
    Column before = exists(starts, day -> day.lt(operation));
    Column adjuvant =
        exists(
            starts,
            day -> day.geq(operation).and(day.leq(limit)).and(beforeRecurrence(day, watch)));
    Column late = exists(starts, day -> day.gt(limit).and(beforeRecurrence(day, watch)));
    Column afterwards = exists(starts, day -> day.geq(operation));
    return when(adjuvant.and(before), lit("before and after"))
        .when(adjuvant, lit("adjuvant"))
        .when(late, lit("late"))
        .when(before, lit("before only"))
        .when(afterwards, lit("after recurrence"));
  }

  private static Column beforeRecurrence(Column day, boolean watch) {
    return watch ? coalesce(day.lt(col(FIRST_RECURRENCE_DATE)), lit(true)) : lit(true);
  }

  private static Column perioperative(Column starts, Study study) {
    Column[] entries =
        study.perioperative().values().stream()
            .flatMap(one -> Stream.of(lit(one.name()), around(starts, one)))
            .toArray(Column[]::new);
    Column map = entries.length == 0 ? map() : map(entries);
    return when(col(OPERATION_DATE).isNotNull(), map.cast(Kind.BOOLEAN_MAP.type()));
  }

  private static Column around(Column starts, Perioperative around) {
    Column from = date_sub(col(OPERATION_DATE), around.daysBefore());
    Column to = date_add(col(OPERATION_DATE), around.daysAfter());
    return exists(
        startsOf(starts, around.treatment()),
        day -> day.between(from, to).and(beforeRecurrence(day, around.beforeRecurrence())));
  }
}
