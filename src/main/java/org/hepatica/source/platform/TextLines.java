package org.hepatica.source.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.SourceRecord;
import org.hepatica.source.format.TextInput;
import org.hepatica.source.text.BoundedLines;

/** Turns the lines of a text into records, one at a time, lines without a record left out. */
abstract class TextLines implements Iterator<SourceRecord> {

  private static final int LONGEST_LINE = 10 << 20;

  /** More cells than any platform's line has. */
  static final int MOST_CELLS = 10_000;

  private final TextInput input;
  private final BoundedLines lines;
  private SourceRecord next;
  private boolean closed;

  TextLines(InputStream in, FileContext file) throws IOException {
    this.input = TextInput.open(in, file);
    this.lines = new BoundedLines(input.reader(), LONGEST_LINE);
  }

  /** The record of a line, or null when it is none. */
  abstract SourceRecord record(long line, String text);

  /** What is known of a record with a cell that is no text, but for that cell. */
  Map<String, String> whose(Map<String, String> cells) {
    return Map.of();
  }

  /** A record of the text as a whole, as of a line behind the last; null for none. */
  SourceRecord closing() {
    return null;
  }

  /** A line that the constructor has read and whose record comes first, or null. */
  String opening() {
    return null;
  }

  /** The next line, or null after the last. */
  final String advance() throws IOException {
    return lines.next() ? lines.text() : null;
  }

  final long number() {
    return lines.number();
  }

  @Override
  public final boolean hasNext() {
    try {
      while (next == null) {
        String held = opening();
        String text = held == null ? advance() : held;
        if (text == null) {
          next = closed ? null : closing();
          closed = true;
          return next != null;
        }
        next =
            lines.cut()
                ? SourceRecord.defective(
                    number(),
                    Map.of(),
                    "too-large",
                    "the line is longer than 10 MB; look for line ends that were lost")
                : readable(record(number(), text));
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SourceRecord readable(SourceRecord record) {
    if (record == null || record.defect() != null) {
      return record;
    }
    for (Map.Entry<String, String> cell : record.cells().entrySet()) {
      String fault = cell.getValue() == null ? null : input.fault(cell.getValue());
      if (fault != null) {
        Map<String, String> others = new HashMap<>(record.cells());
        others.values().removeIf(value -> value == null || input.fault(value) != null);
        return SourceRecord.defective(
            record.line(),
            whose(others),
            SourceRecord.ENCODING,
            "column '" + cell.getKey() + "' has " + fault);
      }
    }
    return record;
  }

  @Override
  public final SourceRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    SourceRecord record = next;
    next = null;
    return record;
  }
}
