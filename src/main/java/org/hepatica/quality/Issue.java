package org.hepatica.quality;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hepatica.table.Operational;

/**
 * Why a record or one of its cells is not accepted.
 *
 * @param level {@link #RECORD} or {@link #CELL}
 * @param rule one of {@link Rules} or a reader's own, kebab-case
 * @param column the table's column, or null
 * @param value the text as delivered; of an identifier its hash; or null
 * @param reason one sentence with the remedy
 */
public record Issue(String level, String rule, String column, String value, String reason) {

  public static final String RECORD = "record";
  public static final String CELL = "cell";

  private static final int LONGEST_VALUE = 200;

  /** The Spark type of an issue. */
  public static final StructType TYPE =
      DataTypes.createStructType(
          List.of(
                  Operational.LEVEL,
                  Operational.RULE,
                  Operational.COLUMN,
                  Operational.VALUE,
                  Operational.REASON)
              .stream()
              .map(name -> DataTypes.createStructField(name, DataTypes.StringType, true))
              .toList());

  /** Cuts a value that is too long to show. */
  public Issue {
    if (value != null && value.length() > LONGEST_VALUE) {
      value = value.substring(0, LONGEST_VALUE) + "...";
    }
  }

  /** A record that is withheld. */
  public static Issue record(String rule, String reason) {
    return new Issue(RECORD, rule, null, null, reason);
  }

  /** A column of {@link #TYPE}, for issues that are found by an expression. */
  public static Column of(String level, String rule, String column, Column value, String reason) {
    Column shown =
        when(
                length(value).gt(LONGEST_VALUE),
                concat(substring(value, 1, LONGEST_VALUE), lit("...")))
            .otherwise(value);
    return struct(
        lit(level).as(Operational.LEVEL),
        lit(rule).as(Operational.RULE),
        lit(column).as(Operational.COLUMN),
        shown.as(Operational.VALUE),
        lit(reason).as(Operational.REASON));
  }

  /** As a row of {@link #TYPE}. */
  public Row toRow() {
    return RowFactory.create(level, rule, column, value, reason);
  }
}
