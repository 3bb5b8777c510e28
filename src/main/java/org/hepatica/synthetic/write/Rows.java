package org.hepatica.synthetic.write;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hepatica.synthetic.course.Draw;

/** One file being written: nothing of it stays in memory. */
final class Rows implements Closeable {

  /** Share of records that are delivered twice, word for word. */
  static final double DUPLICATES = 0.004;

  private final BufferedWriter writer;
  private final char separator;
  private final StringBuilder line = new StringBuilder(256);

  Rows(Path delivery, Layout layout, String suffix) throws IOException {
    Path file = delivery.resolve(layout.path(suffix));
    Files.createDirectories(file.getParent());
    writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    separator = layout.separator();
    for (String before : layout.preamble()) {
      raw(before + "\n");
    }
    if (!layout.header().isEmpty()) {
      row(layout.header().toArray(String[]::new));
    }
  }

  /** A record, now and then twice. */
  void record(Draw draw, String... cells) throws IOException {
    row(cells);
    if (draw.chance(DUPLICATES)) {
      row(cells);
    }
  }

  /** A record once. Null is an empty cell. */
  void row(String... cells) throws IOException {
    line.setLength(0);
    for (int cell = 0; cell < cells.length; cell++) {
      if (cell > 0) {
        line.append(separator);
      }
      append(cells[cell]);
    }
    writer.append(line.append('\n'));
  }

  /** Text as it is. */
  void raw(String text) throws IOException {
    writer.write(text);
  }

  private void append(String cell) {
    if (cell == null) {
      return;
    }
    if (separator == '\t' || !quoted(cell)) {
      line.append(cell);
      return;
    }
    line.append('"').append(cell.replace("\"", "\"\"")).append('"');
  }

  private static boolean quoted(String cell) {
    return cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
