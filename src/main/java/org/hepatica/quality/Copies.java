package org.hepatica.quality;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/** Exact copies of records. */
public final class Copies {

  /** Whether a record of a laboratory's file is a copy of an earlier one. */
  public static final String MARK = "is_copy";

  private Copies() {}

  /**
   * Records of one delivery of each export, as {@link Operational#RECORD} has them: exact copies,
   * of the same centre, export and content, numbered from 1 by file and line.
   */
  public static Dataset<Row> numbered(Dataset<Row> records) {
    Column number =
        row_number()
            .over(
                Window.partitionBy(Registry.CENTER, Operational.EXPORT, Operational.CONTENT)
                    .orderBy(Registry.SOURCE_FILE, Registry.SOURCE_LINE));
    return records
        .withColumn(Operational.COPY, number)
        .withColumn(Operational.UNTIL, lit(null).cast("string"));
  }

  /** Whether a record is a copy of another one that counts. */
  public static Column isCopy() {
    return col(Operational.COPY).gt(1);
  }

  /**
   * Marks exact copies among records of laboratories' files, whose {@link Operational#CONTENT}
   * tells the file: same centre, export and cells as an earlier record, by delivery, file and line.
   * A record with a defect is nobody's copy: its cells are not known.
   */
  public static Dataset<Row> marked(Dataset<Row> records) {
    Column number =
        row_number()
            .over(
                Window.partitionBy(col(Registry.CENTER), col(Operational.EXPORT), cells())
                    .orderBy(
                        col(Registry.DELIVERY),
                        col(Registry.SOURCE_FILE),
                        col(Registry.SOURCE_LINE)));
    return records.withColumn(MARK, number.gt(1));
  }

  private static Column cells() {
    return when(
            col(Operational.DEFECT).isNull(),
            sha2(to_json(array_sort(map_entries(col(Operational.CELLS)))), 256))
        .otherwise(
            concat_ws(
                "\n",
                col(Registry.DELIVERY),
                col(Registry.SOURCE_FILE),
                col(Registry.SOURCE_LINE)));
  }
}
