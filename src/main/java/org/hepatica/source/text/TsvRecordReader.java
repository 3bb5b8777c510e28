package org.hepatica.source.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.RecordReader;
import org.hepatica.source.format.SourceRecord;
import org.hepatica.source.format.TextInput;

/** Tab-separated text: no quotes, lines that start with {@code #} are comments, then the header. */
public final class TsvRecordReader implements RecordReader {

  private static final long serialVersionUID = 1L;

  @Override
  public Iterator<SourceRecord> read(InputStream in, FileContext file) throws IOException {
    return new TsvRecords(TextInput.reader(in, file), Limits.DEFAULT);
  }

  @Override
  public Optional<List<String>> columns(InputStream in, FileContext file) throws IOException {
    return Optional.of(new TsvRecords(TextInput.reader(in, file), Limits.DEFAULT).columns());
  }

  @Override
  public boolean isByRecord() {
    return true;
  }

  @Override
  public boolean optional() {
    return false;
  }
}
