package org.hepatica.source.platform;

import java.util.ArrayList;
import java.util.List;

/** Cells of one physical line, quoted or not. */
final class Cells {

  private Cells() {}

  /**
   * Splits a line; quotes count outside tab-separated text only. Of more than {@link
   * TextLines#MOST_CELLS} cells there are one more than these.
   */
  static List<String> split(String line, char separator) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length() && cells.size() <= TextLines.MOST_CELLS; i++) {
      char c = line.charAt(i);
      if (c == '"' && separator != '\t') {
        boolean escaped = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (escaped) {
          cell.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == separator && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
