package org.hepatica.source.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.hepatica.source.format.Decompressed;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.FilePart;
import org.hepatica.source.format.OpenRecords;
import org.hepatica.source.format.SourceRecord;
import org.hepatica.source.format.SplitReader;
import org.hepatica.source.format.TextInput;

/**
 * Tab-separated text without quotes. Lines before the header that start with {@code #} are
 * comments; so are those after it that have no tab.
 */
public final class TsvRecordReader implements SplitReader {

  private static final long serialVersionUID = 1L;

  @Override
  public Iterator<SourceRecord> read(InputStream in, FileContext file) throws IOException {
    return records(in, file);
  }

  @Override
  public OpenRecords open(Path path, FileContext file, FilePart part) throws IOException {
    Header header;
    try (InputStream head = Decompressed.open(path)) {
      header = records(head, file).header();
    }
    InputStream in = part.open(path);
    return new OpenRecords(
        new TsvRecords(
            header.text().continued(in).reader(), part.firstLine(), header, Limits.DEFAULT),
        in);
  }

  @Override
  public Optional<List<String>> columns(InputStream in, FileContext file) throws IOException {
    return Optional.of(records(in, file).header().columns());
  }

  @Override
  public boolean isByRecord() {
    return true;
  }

  @Override
  public boolean optional() {
    return false;
  }

  private static TsvRecords records(InputStream in, FileContext file) throws IOException {
    return new TsvRecords(TextInput.open(in, file), Limits.DEFAULT);
  }
}
