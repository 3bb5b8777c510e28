package org.hepatica.transform.cohort;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.hepatica.table.Gold.DEATH_OBSERVED;
import static org.hepatica.table.Gold.FOLLOWED_PAST_CUT_OFF;
import static org.hepatica.table.Registry.DEATH_DATE;
import static org.hepatica.table.Registry.LAST_CONTACT_DATE;
import static org.hepatica.table.Registry.OPERATION_DATE;
import static org.hepatica.table.Registry.VITAL_STATUS;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.table.Kind;
import org.hepatica.table.PartialDate;
import org.hepatica.table.Registry;

/** Last contact and death. */
final class FollowUps {

  /** Precision of the last contact: a working column of this package. */
  static final String LAST_CONTACT_PRECISION = LAST_CONTACT_DATE + Kind.DATE.companionSuffix();

  private static final String DEATH_PRECISION = DEATH_DATE + Kind.DATE.companionSuffix();

  private FollowUps() {}

  /**
   * Last contact and death as registered: dead when the status or a date of death says so; without
   * a date the death is at the last contact. A death of known day after the last contact is the
   * last contact.
   */
  static Dataset<Row> read(Dataset<Row> history) {
    Column row = get(col(Registry.FOLLOW_UP.name()), lit(0));
    Column last = row.getField(LAST_CONTACT_DATE);
    Column lastPrecision = row.getField(LAST_CONTACT_PRECISION);
    Column died = row.getField(DEATH_DATE);
    Column diedPrecision = row.getField(DEATH_PRECISION);
    Column dead =
        when(
            last.isNotNull(), died.isNotNull().or(row.getField(VITAL_STATUS).equalTo(lit("dead"))));
    Column death = coalesce(PartialDate.notAfter(died, diedPrecision, last), last);
    return history.withColumns(
        Map.of(
            DEATH_OBSERVED,
            dead,
            DEATH_DATE,
            when(dead, death),
            DEATH_PRECISION,
            when(died.isNull(), lastPrecision).otherwise(diedPrecision),
            LAST_CONTACT_PRECISION,
            lastPrecision,
            LAST_CONTACT_DATE,
            greatest(last, when(dead, death))));
  }

  /** Imputed dates of a month or year that reaches past the operation are not before it. */
  static Dataset<Row> reachOperation(Dataset<Row> course) {
    Column operation = col(OPERATION_DATE);
    return course.withColumns(
        Map.of(
            LAST_CONTACT_DATE,
            PartialDate.reaching(col(LAST_CONTACT_DATE), col(LAST_CONTACT_PRECISION), operation),
            DEATH_DATE,
            PartialDate.reaching(col(DEATH_DATE), col(DEATH_PRECISION), operation)));
  }

  /** What happens after the study's cut-off is not known to it; relative dates are untouched. */
  static Dataset<Row> endAtCutOff(Dataset<Row> course, Study study) {
    return study
        .dataCutOff()
        .map(day -> endAt(course, lit(day)))
        .orElseGet(() -> course.withColumn(FOLLOWED_PAST_CUT_OFF, known(lit(false))));
  }

  private static Dataset<Row> endAt(Dataset<Row> course, Column cutOff) {
    Column precision = col(LAST_CONTACT_PRECISION);
    Column past = PartialDate.beyond(col(LAST_CONTACT_DATE), precision, cutOff);
    Column diedAfter = PartialDate.beyond(col(DEATH_DATE), precision, cutOff);
    Column dead = col(DEATH_OBSERVED).and(not(diedAfter));
    return course.withColumns(
        Map.of(
            FOLLOWED_PAST_CUT_OFF,
            known(past),
            DEATH_OBSERVED,
            dead,
            DEATH_DATE,
            when(dead, col(DEATH_DATE)),
            LAST_CONTACT_DATE,
            when(past, cutOff).otherwise(col(LAST_CONTACT_DATE))));
  }

  private static Column known(Column value) {
    return when(col(LAST_CONTACT_DATE).isNotNull(), value);
  }
}
