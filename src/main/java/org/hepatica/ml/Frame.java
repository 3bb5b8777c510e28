package org.hepatica.ml;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.formula.SqlText;
import org.hepatica.formula.SurvivalResponse;
import org.hepatica.ml.collapse.Layout;

/**
 * The columns that an analysis scans: follow-up, status, named columns, then the entry where there
 * is one. Where follow-up and status are plain columns, so that nothing is computed, files are read
 * in columnar batches.
 */
final class Frame {

  private static final int FIRST = 2;

  private final Dataset<Row> rows;
  private final List<String> columns;
  private final boolean hasEntry;

  private Frame(Dataset<Row> rows, List<String> columns, boolean hasEntry) {
    this.rows = rows;
    this.columns = columns;
    this.hasEntry = hasEntry;
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
    response.start().ifPresent(start -> wanted.add(column(start)));
    Dataset<Row> rows = data.select(wanted.toArray(Column[]::new));
    refuseText(rows, 0, response.time());
    refuseText(rows, 1, response.event());
    response.start().ifPresent(start -> refuseText(rows, wanted.size() - 1, start));
    return new Frame(rows, List.copyOf(columns), response.start().isPresent());
  }

  private static void refuseText(Dataset<Row> rows, int place, SqlText text) {
    if (rows.schema().fields()[place].dataType().typeName().equals("string")) {
      throw new IllegalArgumentException(
          "%s is text: Surv() needs numbers; a condition makes one of a text, as in Surv(time, %s == \"...\")"
              .formatted(text.sql(), text.sql()));
    }
  }

  static Column column(SqlText text) {
    Optional<String> plain = text.column();
    return plain.map(Frame::named).orElseGet(() -> expr(text.sql()));
  }

  static Column named(String name) {
    return col("`" + name.replace("`", "``") + "`");
  }

  Dataset<Row> rows() {
    return rows;
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

  /** Whether subjects come under observation late. */
  boolean hasEntry() {
    return hasEntry;
  }

  /** Where, in the scan, the entry is. */
  int entryPlace() {
    return FIRST + columns.size();
  }

  /** Where, in a pattern, the entry is. */
  int entry() {
    return columns.size();
  }

  /** All named columns, and the entry, make a pattern. */
  Layout layout() {
    List<Integer> places = new ArrayList<>(columns.stream().map(this::place).toList());
    List<Boolean> texts = new ArrayList<>(columns.stream().map(this::isText).toList());
    if (hasEntry) {
      places.add(entryPlace());
      texts.add(false);
    }
    return new Layout(0, 1, places, texts);
  }
}
