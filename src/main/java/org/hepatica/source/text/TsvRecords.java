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

/** The records of one tab-separated file. */
final class TsvRecords implements Iterator<SourceRecord> {

  private final BoundedLines lines;
  private final Limits limits;
  private final Header header;
  private boolean ready;

  TsvRecords(Reader text, Limits limits) throws IOException {
    this.lines = new BoundedLines(text, limits.record());
    this.limits = limits;
    if (!advance()) {
      throw new RefusedFileException("there is no header line; deliver the file with its columns");
    }
    this.header = Header.of(cells());
    this.ready = false;
  }

  List<String> columns() {
    return header.columns();
  }

  @Override
  public boolean hasNext() {
    try {
      return ready || advance();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public SourceRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    ready = false;
    List<String> cells = cells();
    boolean large = lines.cut() || cells.stream().anyMatch(cell -> cell.length() > limits.field());
    return large
        ? SourceRecord.defective(lines.number(), Map.of(), "too-large", limits.reason())
        : header.record(lines.number(), cells);
  }

  private List<String> cells() {
    return Arrays.asList(lines.text().split("\t", -1));
  }

  private boolean advance() throws IOException {
    ready = lines.next();
    while (ready && (lines.text().isEmpty() || lines.text().charAt(0) == '#')) {
      ready = lines.next();
    }
    return ready;
  }
}
