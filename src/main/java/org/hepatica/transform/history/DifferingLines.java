package org.hepatica.transform.history;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/** Lines of delivered files of which tables do not say what they are to say; in one plan. */
public final class DifferingLines {

  /** The columns that tell a line. */
  public static final String[] LINE = {
    Registry.CENTER, Registry.DELIVERY, Registry.SOURCE_FILE, Registry.SOURCE_LINE
  };

  private static final String SIDE = "side";

  private DifferingLines() {}

  /**
   * Finds them.
   *
   * @param was what tables say of some lines: the name of the table, {@link #LINE}, and a text
   * @param is what the same tables are to say of them
   * @param said the column of the text
   * @return the name of the table, and {@link #LINE}; each once
   */
  public static Dataset<Row> of(Dataset<Row> was, Dataset<Row> is, String said) {
    return side(was, said, -1)
        .union(side(is, said, 1))
        .groupBy(line(col(Operational.TABLE), col(said)))
        .agg(sum(SIDE).as(SIDE))
        .where(col(SIDE).notEqual(0))
        .select(line(col(Operational.TABLE)))
        .distinct();
  }

  private static Dataset<Row> side(Dataset<Row> rows, String said, int side) {
    return rows.select(line(col(Operational.TABLE), col(said), lit(side).as(SIDE)));
  }

  private static Column[] line(Column... before) {
    return Stream.concat(Stream.of(before), Stream.of(LINE).map(name -> col(name)))
        .toArray(Column[]::new);
  }
}
