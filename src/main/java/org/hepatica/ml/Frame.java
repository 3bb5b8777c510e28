package org.hepatica.ml;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.hepatica.formula.SqlText;
import org.hepatica.formula.SurvivalResponse;
import org.hepatica.ml.collapse.Layout;

/**
 * The columns that an analysis scans: follow-up, status, then named columns. Where follow-up and
 * status are plain columns, so that nothing is computed, files are read in columnar batches.
 */
final class Frame {

  private static final int FIRST = 2;

  private final Dataset<Row> rows;
  private final List<String> columns;

  private Frame(Dataset<Row> rows, List<String> columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * Of a dataset.
   *
   * @throws IllegalArgumentException if follow-up or status is not made of numbers
   */
  static Frame of(Dataset<Row> data, SurvivalResponse response, List<String> columns) {
    List<Column> wanted = new ArrayList<>();
    wanted.add(column(response.time()));
    wanted.add(column(response.event()));
    columns.forEach(name -> wanted.add(named(name)));
    Dataset<Row> rows = data.select(wanted.toArray(Column[]::new));
    for (int place = 0; place < FIRST; place++) {
      DataType type = rows.schema().fields()[place].dataType();
      if (type.typeName().equals("string")) {
        SqlText text = place == 0 ? response.time() : response.event();
        throw new IllegalArgumentException(
            "%s is text: Surv() needs numbers; a condition makes one of a text, as in Surv(time, %s == \"...\")"
                .formatted(text.sql(), text.sql()));
      }
    }
    return new Frame(rows, List.copyOf(columns));
  }

  private static Column column(SqlText text) {
    Optional<String> plain = text.column();
    return plain.map(Frame::named).orElseGet(() -> expr(text.sql()));
  }

  static Column named(String name) {
    return col("`" + name.replace("`", "``") + "`");
  }

  Dataset<Row> rows() {
    return rows;
  }

  /** The status, by its place. */
  Column statusColumn() {
    return rows.col(rows.columns()[1]);
  }

  /** The named columns, which begin at place 2. */
  List<String> columns() {
    return columns;
  }

  int place(String column) {
    return FIRST + columns.indexOf(column);
  }

  boolean isText(String column) {
    return rows.schema().fields()[place(column)].dataType().typeName().equals("string");
  }

  /** All named columns make a pattern. */
  Layout layout() {
    return new Layout(
        0,
        1,
        columns.stream().map(this::place).toList(),
        columns.stream().map(this::isText).toList());
  }
}
