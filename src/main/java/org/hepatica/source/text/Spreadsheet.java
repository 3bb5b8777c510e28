package org.hepatica.source.text;

import java.util.Set;

/** What a spreadsheet writes into a cell beside its content. */
final class Spreadsheet {

  /** Not available, in English, German, Italian, Spanish, Portuguese and Dutch. */
  private static final Set<String> NOT_AVAILABLE = Set.of("#N/A", "#NV", "#N/D", "#N/B");

  private static final String UNSEEN = "\u00A0\u2007\u202F\u200B\uFEFF";

  private Spreadsheet() {}

  /**
   * The content of a cell: without spaces that do not break or have no width at its ends, without
   * the guard {@code ="00123"} by which a text keeps its zeros; empty for {@code #N/A}.
   */
  static String content(String cell) {
    if (cell.isEmpty()) {
      return cell;
    }
    String seen =
        isUnseen(cell.charAt(0)) || isUnseen(cell.charAt(cell.length() - 1)) ? trimmed(cell) : cell;
    if (seen.length() > 2 && seen.startsWith("=\"") && seen.endsWith("\"")) {
      return seen.substring(2, seen.length() - 1).replace("\"\"", "\"");
    }
    return seen.startsWith("#") && NOT_AVAILABLE.contains(seen.strip()) ? "" : seen;
  }

  /** Whether nothing is seen in a cell. */
  static boolean isBlank(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      if (!isBlank(cell.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static String trimmed(String cell) {
    int from = 0;
    int to = cell.length();
    while (from < to && isBlank(cell.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(cell.charAt(to - 1))) {
      to--;
    }
    return cell.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return isUnseen(c) || Character.isWhitespace(c);
  }

  private static boolean isUnseen(char c) {
    return c > '~' && UNSEEN.indexOf(c) >= 0;
  }
}
