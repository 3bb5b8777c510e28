package org.hepatica.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.ml.show.Format;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/** Quarantined rows, or their counts, as text, CSV or JSON; a row at a time. */
final class QuarantineText {

  private static final String ENTRIES = "entries";

  private final boolean rows;
  private final Format format;
  private final long most;

  /**
   * A writer.
   *
   * @param rows whether rows are written, not counts
   * @param most at most so many lines; all when negative
   */
  QuarantineText(boolean rows, Format format, long most) {
    this.rows = rows;
    this.format = format;
    this.most = most;
  }

  /** Rows in the order of their files and lines. */
  static Dataset<Row> ordered(Dataset<Row> withheld) {
    return withheld.orderBy(
        columns(
            Registry.CENTER,
            Registry.DELIVERY,
            Registry.SOURCE_FILE,
            Registry.SOURCE_LINE,
            Operational.TABLE,
            Operational.COLUMN,
            Operational.RULE));
  }

  /** How many by centre, rule and table, the most first. */
  static Dataset<Row> counts(Dataset<Row> withheld) {
    Column[] by = columns(Registry.CENTER, Operational.RULE, Operational.TABLE, Operational.LEVEL);
    return withheld
        .groupBy(by)
        .agg(count(lit(1)).as(ENTRIES))
        .orderBy(
            Stream.concat(Stream.of(col(ENTRIES).desc()), Stream.of(by)).toArray(Column[]::new));
  }

  /** Writes what {@link #ordered} or {@link #counts} gave. */
  void write(Dataset<Row> shown, Writer out) {
    try {
      switch (format) {
        case CSV -> RowText.csv(shown, most, out);
        case JSON -> RowText.json(shown, most, out);
        default -> text(shown, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write what is quarantined", e);
    }
  }

  private void text(Dataset<Row> shown, Writer out) throws IOException {
    Iterator<Row> all = shown.toLocalIterator();
    long lines = 0;
    for (; all.hasNext() && lines != most; lines++) {
      Row row = all.next();
      out.write((rows ? line(row) : countLine(row)) + "\n");
    }
    if (lines == 0) {
      out.write("nothing is quarantined, or nothing that these options name\n");
    } else if (all.hasNext()) {
      out.write("... and more: --limit N shows them, --format csv all\n");
    }
  }

  private static String line(Row row) {
    String column = row.getAs(Operational.COLUMN);
    String value = row.getAs(Operational.VALUE);
    return "%s %s %s:%d  %s, %s%s: %s"
        .formatted(
            row.getAs(Registry.CENTER),
            row.getAs(Registry.DELIVERY),
            row.getAs(Registry.SOURCE_FILE),
            row.<Long>getAs(Registry.SOURCE_LINE),
            what(row),
            row.<String>getAs(Operational.RULE),
            (column == null ? "" : ", " + column)
                + (value == null ? "" : " '" + QuarantineCommand.shown(value) + "'"),
            QuarantineCommand.shown(row.getAs(Operational.REASON)));
  }

  private static String countLine(Row row) {
    return "%8d  %s, %s, %s"
        .formatted(
            row.<Long>getAs(ENTRIES),
            row.<String>getAs(Registry.CENTER),
            row.<String>getAs(Operational.RULE),
            what(row));
  }

  /** A withheld record that was meant for a table is a row of it. */
  private static String what(Row row) {
    String table = row.getAs(Operational.TABLE);
    boolean cell = "cell".equals(row.getAs(Operational.LEVEL));
    return table == null ? "record" : (cell ? "cell of " : "row of ") + table;
  }

  private static Column[] columns(String... names) {
    return Stream.of(names).map(name -> col(name)).toArray(Column[]::new);
  }
}
