package org.hepatica.source.text;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.RefusedFileException;
import org.hepatica.source.format.SourceRecord;

/** The records of one CSV file, the library's text married to the guard's marks. */
final class CsvRecords implements Iterator<SourceRecord> {

  private final QuoteGuard guard;
  private final CloseableIterator<CsvRecord> records;
  private final Header header;

  CsvRecords(QuoteGuard guard, FileContext file) throws IOException {
    this.guard = guard;
    this.records =
        CsvReader.builder()
            .fieldSeparator(file.separator())
            .quoteCharacter('"')
            .commentStrategy(CommentStrategy.NONE)
            .skipEmptyLines(false)
            .ignoreDifferentFieldCount(true)
            .ofCsvRecord(guard)
            .iterator();
    this.header = header();
  }

  /** The reason of a file refused for a quote that opens on a line. */
  static String openQuote(long line) {
    return "the quote that opens on line %d is never closed; close it or double it, and deliver the file again"
        .formatted(line);
  }

  List<String> columns() {
    return header.columns();
  }

  @Override
  public boolean hasNext() {
    return records.hasNext();
  }

  @Override
  public SourceRecord next() {
    List<String> cells = records.next().getFields();
    QuoteGuard.Mark mark = guard.next();
    if (guard.openQuote() > 0 && !records.hasNext()) {
      return SourceRecord.defective(
          mark.line(), Map.of(), SourceRecord.FILE, openQuote(guard.openQuote()));
    }
    return mark.rule() == null
        ? header.record(mark.line(), cells)
        : SourceRecord.defective(mark.line(), header.byColumn(cells), mark.rule(), mark.reason());
  }

  private Header header() throws RefusedFileException {
    if (!records.hasNext()) {
      throw new RefusedFileException("there is no header line; deliver the file with its columns");
    }
    List<String> names = records.next().getFields();
    QuoteGuard.Mark mark = guard.next();
    if (mark.rule() != null) {
      throw new RefusedFileException("the header on line " + mark.line() + ": " + mark.reason());
    }
    return Header.of(names);
  }
}
