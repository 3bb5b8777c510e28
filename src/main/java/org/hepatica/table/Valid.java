package org.hepatica.table;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.to_date;

import java.sql.Date;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Records and registry rows as they were true at one time; other tables as they are. */
public final class Valid {

  private static final int DATE = "yyyy-MM-dd".length();

  private Valid() {}

  /** Those that hold by the newest deliveries. */
  public static Tables now(Tables tables) {
    return only(tables, col(Operational.UNTIL).isNull(), col(Registry.VALID_TO).isNull());
  }

  /** Those that held by the deliveries of a date and before. */
  public static Tables at(Tables tables, LocalDate date) {
    Date day = Date.valueOf(date);
    return only(
        tables,
        date(Registry.DELIVERY).leq(day).and(not(date(Operational.UNTIL).leq(day))),
        col(Registry.VALID_FROM)
            .leq(day)
            .and(col(Registry.VALID_TO).isNull().or(col(Registry.VALID_TO).gt(day))));
  }

  /**
   * All rows that the registry had by the deliveries of a date and before; those that held then
   * have no {@code valid_to}.
   */
  public static Tables until(Tables tables, LocalDate date) {
    Date day = Date.valueOf(date);
    Column until = functions.when(col(Registry.VALID_TO).leq(day), col(Registry.VALID_TO));
    return table ->
        Registry.ALL.contains(table)
            ? tables
                .read(table)
                .where(col(Registry.VALID_FROM).leq(day))
                .withColumn(Registry.VALID_TO, until)
            : tables.read(table);
  }

  private static Tables only(Tables tables, Column records, Column rows) {
    return table -> {
      if (table.equals(Operational.RECORD)) {
        return tables.read(table).where(records);
      }
      return Registry.ALL.contains(table) ? tables.read(table).where(rows) : tables.read(table);
    };
  }

  /** The date of the delivery that a column names; a second delivery of a date is of that date. */
  public static Column date(String delivery) {
    return to_date(substring(col(delivery), 1, DATE));
  }

  private static Column not(Column condition) {
    return coalesce(functions.not(condition), lit(true));
  }
}
