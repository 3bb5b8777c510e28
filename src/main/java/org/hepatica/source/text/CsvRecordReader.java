package org.hepatica.source.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.RecordReader;
import org.hepatica.source.format.RefusedFileException;
import org.hepatica.source.format.SourceRecord;
import org.hepatica.source.format.TextInput;

/** Comma- or otherwise separated text with quotes, the first record being the header. */
public final class CsvRecordReader implements RecordReader {

  private static final long serialVersionUID = 1L;

  private final Limits limits;

  /** With the usual limits. */
  public CsvRecordReader() {
    this(Limits.DEFAULT);
  }

  CsvRecordReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public Iterator<SourceRecord> read(InputStream in, FileContext file) throws IOException {
    return new CsvRecords(guard(in, file), file);
  }

  @Override
  public Optional<List<String>> columns(InputStream in, FileContext file) throws IOException {
    return Optional.of(new CsvRecords(guard(in, file), file).columns());
  }

  @Override
  public void check(InputStream in, FileContext file) throws IOException {
    QuoteGuard guard = guard(in, file);
    guard.drain();
    if (guard.openQuote() > 0) {
      throw new RefusedFileException(CsvRecords.openQuote(guard.openQuote()));
    }
  }

  @Override
  public boolean isByRecord() {
    return true;
  }

  @Override
  public boolean optional() {
    return false;
  }

  private QuoteGuard guard(InputStream in, FileContext file) throws IOException {
    return new QuoteGuard(TextInput.reader(in, file), file.separator(), limits);
  }
}
