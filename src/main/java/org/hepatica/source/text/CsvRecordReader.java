package org.hepatica.source.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hepatica.source.format.Decompressed;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.FilePart;
import org.hepatica.source.format.OpenRecords;
import org.hepatica.source.format.RefusedFileException;
import org.hepatica.source.format.SourceRecord;
import org.hepatica.source.format.SplitReader;
import org.hepatica.source.format.TextInput;

/** Comma- or otherwise separated text with quotes, the first record being the header. */
public final class CsvRecordReader implements SplitReader {

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
    return records(in, file);
  }

  @Override
  public OpenRecords open(Path path, FileContext file, FilePart part) throws IOException {
    Header header;
    char separator;
    try (InputStream head = Decompressed.open(path)) {
      TextInput text = TextInput.open(head, file);
      Delimiter delimiter = Delimiter.of(text.reader(), file);
      separator = delimiter.separator();
      header = new CsvRecords(guard(text, delimiter, file), separator, text).header();
    }
    InputStream in = part.open(path);
    Delimiter delimiter = new Delimiter(separator, part.firstLine());
    QuoteGuard guard = guard(header.text().continued(in), delimiter, file);
    return new OpenRecords(new CsvRecords(guard, separator, header), in);
  }

  @Override
  public Optional<List<String>> columns(InputStream in, FileContext file) throws IOException {
    return Optional.of(records(in, file).header().columns());
  }

  @Override
  public void check(InputStream in, FileContext file) throws IOException {
    TextInput text = TextInput.open(in, file);
    QuoteGuard guard = guard(text, Delimiter.of(text.reader(), file), file);
    guard.drain();
    if (guard.openQuote() > 0) {
      throw new RefusedFileException(CsvRecords.openQuote(guard.openQuote()));
    }
  }

  /**
   * The last physical line of records by their first.
   *
   * @param starts the first lines of the records that are asked for
   */
  public Map<Long, Long> lastLines(Path path, FileContext file, Set<Long> starts)
      throws IOException {
    try (InputStream in = Decompressed.open(path)) {
      TextInput text = TextInput.open(in, file);
      return guard(text, Delimiter.of(text.reader(), file), file).lastLines(starts);
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

  private CsvRecords records(InputStream in, FileContext file) throws IOException {
    TextInput text = TextInput.open(in, file);
    Delimiter delimiter = Delimiter.of(text.reader(), file);
    return new CsvRecords(guard(text, delimiter, file), delimiter.separator(), text);
  }

  private QuoteGuard guard(TextInput text, Delimiter delimiter, FileContext file) {
    return new QuoteGuard(text.reader(), delimiter, file.splittable(), limits);
  }
}
