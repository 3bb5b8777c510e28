package org.hepatica.source.text;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.hepatica.source.format.RefusedFileException;
import org.hepatica.source.format.SourceRecord;
import org.hepatica.source.format.TextInput;

/** The records of one tab-separated file. */
final class TsvRecords implements Iterator<SourceRecord> {

  private final BoundedLines lines;
  private final Limits limits;
  private final Header header;
  private SourceRecord next;

  /** Of a whole file, the header first. */
  TsvRecords(TextInput text, Limits limits) throws IOException {
    this.lines = new BoundedLines(text.reader(), limits.record());
    this.limits = limits;
    boolean found = lines.next();
    while (found && (lines.text().isEmpty() || lines.text().charAt(0) == '#')) {
      found = lines.next();
    }
    if (!found) {
      throw new RefusedFileException("there is no header line; deliver the file with its columns");
    }
    if (isTooLarge()) {
      throw new RefusedFileException(
          "the header on line " + lines.number() + ": " + limits.reason());
    }
    this.header = Header.of(lines.number(), cells(), text);
  }

  /** Of a part, by the header of its file; lines up to the header's are none. */
  TsvRecords(Reader part, long firstLine, Header header, Limits limits) {
    this.lines = new BoundedLines(part, firstLine, limits.record());
    this.limits = limits;
    this.header = header;
  }

  Header header() {
    return header;
  }

  @Override
  public boolean hasNext() {
    try {
      while (next == null && lines.next()) {
        next = lines.number() <= header.line() || isComment() ? null : record();
      }
      return next != null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public SourceRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    SourceRecord record = next;
    next = null;
    return record;
  }

  /** A line with cells is a record whatever it starts with: {@code #N/A} may be its first. */
  private boolean isComment() {
    String text = lines.text();
    return text.isEmpty() || (text.charAt(0) == '#' && text.indexOf('\t') < 0 && !lines.cut());
  }

  private SourceRecord record() {
    if (isTooLarge()) {
      return SourceRecord.defective(lines.number(), Map.of(), "too-large", limits.reason());
    }
    return header.record(lines.number(), cells());
  }

  private boolean isTooLarge() {
    String text = lines.text();
    return lines.cut()
        || text.chars().filter(c -> c == '\t').count() >= limits.fields()
        || (text.length() > limits.field()
            && cells().stream().anyMatch(cell -> cell.length() > limits.field()));
  }

  private List<String> cells() {
    return Arrays.asList(lines.text().split("\t", -1));
  }
}
