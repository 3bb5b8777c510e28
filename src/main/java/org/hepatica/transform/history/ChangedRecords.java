package org.hepatica.transform.history;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/** Records that begin to count, and records that no longer do. */
public final class ChangedRecords {

  private static final String RECORD = "changed_record";

  /** What tells a record from others, and from what else its line may have said. */
  public static final List<String> KEY =
      List.of(
          Registry.CENTER,
          Operational.EXPORT,
          Registry.DELIVERY,
          Registry.SOURCE_FILE,
          Registry.SOURCE_LINE,
          Operational.CONTENT,
          Operational.COPY);

  private ChangedRecords() {}

  /**
   * Rows of {@link Operational#RECORD} with the column of the change.
   *
   * @param changes rows of the table that came and rows that went
   * @param change the column that is 1 for the ones, -1 for the others
   */
  public static Dataset<Row> of(Dataset<Row> changes, String change) {
    Column[] fields =
        Arrays.stream(Operational.RECORD.schema().fieldNames())
            .map(name -> col(name))
            .toArray(Column[]::new);
    Column[] key = KEY.stream().map(name -> col(name)).toArray(Column[]::new);
    return changes
        .where(col(Operational.UNTIL).isNull())
        .groupBy(key)
        .agg(sum(change).cast("int").as(change), first(struct(fields)).as(RECORD))
        .where(col(change).notEqual(0))
        .select(col(RECORD + ".*"), col(change));
  }
}
