package org.hepatica.source.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A reader of a format that is read from its beginning to its end. Its stream is already
 * decompressed ({@code .gz}, bgzip); it need not close it.
 */
public interface StreamReader extends RecordReader {

  /**
   * The records of a file, streamed.
   *
   * @param in the decompressed content
   * @throws IOException as {@link #open}
   */
  Iterator<SourceRecord> read(InputStream in, FileContext file) throws IOException;

  /** The columns of a file; the default is of a format that has no header. */
  default Optional<List<String>> columns(InputStream in, FileContext file) throws IOException {
    return Optional.empty();
  }

  /** Checks a file; the default knows nothing to refuse. */
  default void check(InputStream in, FileContext file) throws IOException {}

  @Override
  default OpenRecords open(Path path, FileContext file) throws IOException {
    InputStream in = Decompressed.open(path);
    try {
      return new OpenRecords(read(in, file), in);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  @Override
  default Optional<List<String>> columns(Path path, FileContext file) throws IOException {
    try (InputStream in = Decompressed.open(path)) {
      return columns(in, file);
    }
  }

  @Override
  default void check(Path path, FileContext file) throws IOException {
    try (InputStream in = Decompressed.open(path)) {
      check(in, file);
    }
  }
}
