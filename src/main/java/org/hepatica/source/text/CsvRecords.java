package org.hepatica.source.text;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.hepatica.source.format.RefusedFileException;
import org.hepatica.source.format.SourceRecord;
import org.hepatica.source.format.TextInput;

/** The records of one CSV file, the library's text married to the guard's marks. */
final class CsvRecords implements Iterator<SourceRecord> {

  private final QuoteGuard guard;
  private final CloseableIterator<CsvRecord> records;
  private final Header header;
  private SourceRecord next;

  /** Of a whole file, the header first. */
  CsvRecords(QuoteGuard guard, char separator, TextInput text) throws RefusedFileException {
    this.guard = guard;
    this.records = records(guard, separator);
    this.header = header(text);
  }

  /** Of a part, by the header of its file; lines up to the header's are none. */
  CsvRecords(QuoteGuard guard, char separator, Header header) {
    this.guard = guard;
    this.records = records(guard, separator);
    this.header = header;
  }

  private static CloseableIterator<CsvRecord> records(QuoteGuard guard, char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .quoteCharacter('"')
        .commentStrategy(CommentStrategy.NONE)
        .skipEmptyLines(false)
        .ignoreDifferentFieldCount(true)
        .ofCsvRecord(guard)
        .iterator();
  }

  /** The reason of a file refused for a quote that opens on a line. */
  static String openQuote(long line) {
    return "the quote that opens on line %d is never closed; close it or double it, and deliver the file again"
        .formatted(line);
  }

  Header header() {
    return header;
  }

  @Override
  public boolean hasNext() {
    while (next == null && records.hasNext()) {
      next = record();
    }
    return next != null;
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

  private SourceRecord record() {
    List<String> cells = records.next().getFields();
    QuoteGuard.Mark mark = guard.next();
    if (mark.line() <= header.line()) {
      return null;
    }
    if (guard.openQuote() > 0 && !records.hasNext()) {
      return SourceRecord.defective(
          mark.line(), Map.of(), SourceRecord.FILE, openQuote(guard.openQuote()));
    }
    return mark.rule() == null
        ? header.record(mark.line(), cells)
        : SourceRecord.defective(mark.line(), header.byColumn(cells), mark.rule(), mark.reason());
  }

  private Header header(TextInput text) throws RefusedFileException {
    if (!records.hasNext()) {
      throw new RefusedFileException("there is no header line; deliver the file with its columns");
    }
    List<String> names = records.next().getFields();
    QuoteGuard.Mark mark = guard.next();
    if (mark.rule() != null) {
      throw new RefusedFileException("the header on line " + mark.line() + ": " + mark.reason());
    }
    return Header.of(mark.line(), names, text);
  }
}
