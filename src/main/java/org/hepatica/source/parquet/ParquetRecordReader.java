package org.hepatica.source.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.OpenRecords;
import org.hepatica.source.format.RecordReader;
import org.hepatica.source.format.RefusedFileException;

/**
 * Parquet: a record a row, counted from 1 in place of lines, read row group by row group. Columns
 * are flat; their values become texts as {@link CellText} says.
 */
public final class ParquetRecordReader implements RecordReader {

  private static final long serialVersionUID = 1L;

  @Override
  public OpenRecords open(Path path, FileContext file) throws IOException {
    return refusing(
        () -> {
          ParquetFileReader reader = reader(path);
          try {
            return new OpenRecords(new ParquetRecords(reader), reader);
          } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
          }
        });
  }

  @Override
  public Optional<List<String>> columns(Path path, FileContext file) throws IOException {
    return refusing(
        () -> {
          try (ParquetFileReader reader = reader(path)) {
            return Optional.of(new ParquetRecords(reader).columns());
          }
        });
  }

  /** Reads the whole file: what is broken in its middle is seen nowhere else. */
  @Override
  public void check(Path path, FileContext file) throws IOException {
    refusing(
        () -> {
          try (ParquetFileReader reader = reader(path)) {
            new ParquetRecords(reader).forEachRemaining(record -> {});
            return null;
          }
        });
  }

  @Override
  public boolean isByRecord() {
    return true;
  }

  @Override
  public boolean optional() {
    return false;
  }

  private static ParquetFileReader reader(Path path) throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .usePageChecksumVerification(true)
            .build();
    return ParquetFileReader.open(new LocalInputFile(path), options);
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  /**
   * A broken file shows in whatever way the library stumbles over it; a length that is broken makes
   * it ask for more memory than there is.
   */
  private static <T> T refusing(Reading<T> reading) throws IOException {
    try {
      return reading.read();
    } catch (RefusedFileException e) {
      throw e;
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
      Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
      if (cause instanceof RefusedFileException refused) {
        throw refused;
      }
      RefusedFileException refused =
          new RefusedFileException(
              "it is no Parquet file that can be read to its end (%s); write it again"
                  .formatted(cause.getClass().getSimpleName()));
      refused.initCause(cause);
      throw refused;
    }
  }
}
