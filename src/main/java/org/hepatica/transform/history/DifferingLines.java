package org.hepatica.transform.history;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import org.hepatica.table.Tables;

/** Lines of delivered files of which tables do not say what they are to say; in one plan. */
public final class DifferingLines {

  private static final String SIDE = "side";
  private static final String SAID = "said";

  private DifferingLines() {}

  /** The columns that tell a line. */
  public static final String[] LINE = {
    Registry.CENTER, Registry.DELIVERY, Registry.SOURCE_FILE, Registry.SOURCE_LINE
  };

  /**
   * Finds them.
   *
   * @param there what tables say of some lines
   * @param come what the same tables are to say of them
   * @return the name of the table, and {@link #LINE}; each once
   */
  public static Dataset<Row> of(
      Map<TableDefinition, Dataset<Row>> there, Map<TableDefinition, Dataset<Row>> come) {
    List<Dataset<Row>> sides = new ArrayList<>();
    there.forEach((table, rows) -> sides.add(side(table, rows, -1)));
    come.forEach((table, rows) -> sides.add(side(table, rows, 1)));
    return sides.stream()
        .reduce(Dataset::union)
        .orElseThrow()
        .groupBy(line(col(Operational.TABLE), col(SAID)))
        .agg(sum(SIDE).as(SIDE))
        .where(col(SIDE).notEqual(0))
        .select(line(col(Operational.TABLE)))
        .distinct();
  }

  /** What rows of a table say, as text. */
  private static Dataset<Row> side(TableDefinition table, Dataset<Row> rows, int side) {
    Dataset<Row> shaped = Tables.shaped(rows, table);
    Column[] cells = Stream.of(shaped.columns()).map(name -> col(name)).toArray(Column[]::new);
    return shaped.select(
        line(
            lit(table.name()).as(Operational.TABLE),
            to_json(struct(cells)).as(SAID),
            lit(side).as(SIDE)));
  }

  private static Column[] line(Column... before) {
    return Stream.concat(Stream.of(before), Stream.of(LINE).map(name -> col(name)))
        .toArray(Column[]::new);
  }
}
