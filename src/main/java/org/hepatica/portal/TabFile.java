package org.hepatica.portal;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lines of cells with tabs between them: UTF-8, nothing between the tabs for null. */
final class TabFile implements Closeable {

  private final BufferedWriter out;

  TabFile(Path file) throws IOException {
    out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
  }

  void line(List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.write('\t');
      }
      out.write(clean(cells.get(i)));
    }
    out.write('\n');
  }

  /** The same as a comment. */
  void comment(List<String> cells) throws IOException {
    List<String> marked = new ArrayList<>(cells);
    marked.set(0, "#" + cells.get(0));
    line(marked);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** A cell of one line: the format knows no quotes. */
  static String clean(String cell) {
    return cell == null ? "" : cell.replaceAll("[\\t\\r\\n]+", " ").strip();
  }
}
