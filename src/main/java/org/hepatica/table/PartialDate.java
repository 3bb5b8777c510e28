package org.hepatica.table;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import org.apache.spark.sql.Column;

/** Expressions over a {@link Kind#DATE}: a day and its precision. */
public final class PartialDate {

  public static final String DAY = "day";
  public static final String MONTH = "month";
  public static final String YEAR = "year";
  public static final String RELATIVE = "relative";

  private PartialDate() {}

  /** Whether the day stands for a whole month or year, whose middle it is. */
  public static Column imputed(Column precision) {
    return coalesce(precision.isin(MONTH, YEAR), lit(false));
  }

  /** Whether the day only counts from an artificial time zero; never null. */
  public static Column relative(Column precision) {
    return coalesce(precision.equalTo(RELATIVE), lit(false));
  }

  /** The day, except that an imputed one is never after the limit; no limit when that is null. */
  public static Column notAfter(Column day, Column precision, Column limit) {
    return when(imputed(precision).and(day.gt(limit)), limit).otherwise(day);
  }

  /**
   * The day, except that an imputed one before the floor becomes the floor when the month or year
   * that it stands for reaches so far.
   */
  public static Column reaching(Column day, Column precision, Column floor) {
    Column same =
        when(precision.equalTo(MONTH), trunc(day, MONTH).equalTo(trunc(floor, MONTH)))
            .when(precision.equalTo(YEAR), trunc(day, YEAR).equalTo(trunc(floor, YEAR)));
    return when(same, greatest(day, floor)).otherwise(day);
  }

  /** The first of the days that the date may stand for. */
  public static Column earliest(Column day, Column precision) {
    return when(precision.equalTo(MONTH), trunc(day, MONTH))
        .when(precision.equalTo(YEAR), trunc(day, YEAR))
        .otherwise(day);
  }

  /** The last of the days that the date may stand for. */
  public static Column latest(Column day, Column precision) {
    return when(precision.equalTo(MONTH), last_day(day))
        .when(precision.equalTo(YEAR), make_date(year(day), lit(12), lit(31)))
        .otherwise(day);
  }

  /**
   * Whether a day is not certainly after another: so much of partial dates as may be in order is.
   * Null where one is null, or counts from an artificial time zero and the other does not.
   */
  public static Column inOrder(Column day, Column precision, Column other, Column otherPrecision) {
    return when(
        relative(precision).equalTo(relative(otherPrecision)),
        earliest(day, precision).leq(latest(other, otherPrecision)));
  }

  /** Whether a calendar day lies after a limit; false for a relative day, or no day. */
  public static Column beyond(Column day, Column precision, Column limit) {
    return coalesce(day.gt(limit).and(not(relative(precision))), lit(false));
  }
}
