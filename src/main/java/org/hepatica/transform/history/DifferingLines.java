package org.hepatica.transform.history;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
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
    return of(was, is, said, Stream.concat(Stream.of(Operational.TABLE), Stream.of(LINE)));
  }

  /**
   * The same of what other columns tell than lines: samples, say.
   *
   * @param key their names; each combination is given once
   */
  public static Dataset<Row> of(Dataset<Row> was, Dataset<Row> is, String said, List<String> key) {
    return of(was, is, said, key.stream());
  }

  private static Dataset<Row> of(
      Dataset<Row> was, Dataset<Row> is, String said, Stream<String> names) {
    Column[] key = names.map(name -> col(name)).toArray(Column[]::new);
    Column[] text = Stream.concat(Stream.of(key), Stream.of(col(said))).toArray(Column[]::new);
    return side(was, text, -1)
        .union(side(is, text, 1))
        .groupBy(text)
        .agg(sum(SIDE).as(SIDE))
        .where(col(SIDE).notEqual(0))
        .select(key)
        .distinct();
  }

  private static Dataset<Row> side(Dataset<Row> rows, Column[] text, int side) {
    return rows.select(text).withColumn(SIDE, lit(side));
  }
}
