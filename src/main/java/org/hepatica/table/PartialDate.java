package org.hepatica.table;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;

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

  /** Whether a calendar day lies after a limit; false for a relative day, or no day. */
  public static Column beyond(Column day, Column precision, Column limit) {
    return coalesce(day.gt(limit).and(not(relative(precision))), lit(false));
  }
}
