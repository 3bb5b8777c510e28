package org.hepatica.source.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.RefusedFileException;

/**
 * What separates the cells of a file.
 *
 * @param separator as the file's first line says ({@code sep=;}, which spreadsheets write), else as
 *     declared, else as the header shows
 * @param firstLine line at which the header may begin: 2 after a line that says the separator
 */
record Delimiter(char separator, long firstLine) {

  private static final int LONGEST_HEADER = 1 << 16;
  private static final String STATED = "sep=";
  private static final List<Character> CANDIDATES = List.of(',', ';', '\t', '|');

  /**
   * The separator of a text, of which no more than the line that says it is taken.
   *
   * @throws RefusedFileException when the header is to show it and does not
   */
  static Delimiter of(BufferedReader text, FileContext file) throws IOException {
    char[] start = new char[LONGEST_HEADER];
    text.mark(LONGEST_HEADER);
    int count = text.read(start);
    text.reset();
    String head = count < 0 ? "" : new String(start, 0, count);
    String first = head.lines().findFirst().orElse("");
    if (first.length() == STATED.length() + 1
        && first.regionMatches(true, 0, STATED, 0, STATED.length())) {
      text.skip(first.length() + lineEnd(head.substring(first.length())));
      return new Delimiter(first.charAt(STATED.length()), 2);
    }
    return new Delimiter(
        file.separator() == FileContext.FROM_HEADER ? shown(head) : file.separator(), 1);
  }

  private static int lineEnd(String rest) {
    return rest.startsWith("\r\n") ? 2 : Math.min(1, rest.length());
  }

  private static char shown(String head) throws RefusedFileException {
    String header = head.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    String bare = header.replaceAll("\"[^\"]*\"", "");
    long[] counts =
        CANDIDATES.stream()
            .mapToLong(c -> bare.chars().filter(each -> each == c).count())
            .toArray();
    long most = Arrays.stream(counts).max().orElse(0);
    List<Character> found =
        CANDIDATES.stream().filter(c -> counts[CANDIDATES.indexOf(c)] == most).toList();
    if (most > 0 && found.size() > 1) {
      throw new RefusedFileException(
          "the header has as many %s, and 'delimiter = auto' cannot tell which separates; name the delimiter of the export"
              .formatted(found.stream().map(c -> "'" + c + "'").toList()));
    }
    return found.get(0);
  }
}
