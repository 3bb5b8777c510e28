package org.hepatica.source.format;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one format of delivered files into raw records.
 *
 * <p>A reader has no state of its own: one instance serves many files at once. Cells are returned
 * as delivered: hashing of identifiers and missing codes come after the reader.
 */
public interface RecordReader extends Serializable {

  /**
   * The records of a file, streamed: no reader holds a whole file.
   *
   * @param path where it lies
   * @param file what is read, and how its text is encoded and separated
   * @throws IOException when the file cannot be read, not when a record is bad: that is a
   *     {@linkplain SourceRecord#defective defective record}
   */
  OpenRecords open(Path path, FileContext file) throws IOException;

  /**
   * The columns of a file, read from its beginning only; empty when the format has no header.
   *
   * @throws RefusedFileException when the header itself makes the file unusable
   */
  Optional<List<String>> columns(Path path, FileContext file) throws IOException;

  /**
   * Reads what must be known of the whole file before any table is touched.
   *
   * @throws RefusedFileException when the file cannot be taken
   */
  void check(Path path, FileContext file) throws IOException;

  /** Columns that the format itself says are identifiers, beside those of the configuration. */
  default Set<String> identifyingColumns() {
    return Set.of();
  }

  /**
   * Whether a record means the same wherever it stands. If not, the file is the unit: one byte
   * changed, and all its records are others.
   */
  default boolean isByRecord() {
    return false;
  }

  /** Whether laboratories name such files by the sample, so that a name is an identifier. */
  default boolean namedBySample() {
    return false;
  }

  /** Whether a centre may deliver no such file: true of all platform formats. */
  default boolean optional() {
    return true;
  }
}
