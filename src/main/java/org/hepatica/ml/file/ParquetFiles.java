package org.hepatica.ml.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Refuses what is taken for Parquet, because its name ends as nothing else, and is none. Spark
 * speaks of schemas and footers then.
 */
final class ParquetFiles {

  private static final String REMEDY =
      "give a file or folder of Parquet, a Delta folder, or a text file that ends in .csv, .tsv,"
          + " .tab or .txt";

  private ParquetFiles() {}

  /**
   * Looks at the first bytes of a file, or of a folder's first file.
   *
   * @throws DataFileException if it is no Parquet, or there is none in the folder
   */
  static void require(Path path) throws IOException {
    List<Path> files = DataFile.files(path);
    if (files.isEmpty()) {
      throw new DataFileException(
          "the folder has neither a Parquet file nor a _delta_log: " + REMEDY);
    }
    Path first = files.get(0);
    FileKind kind = FileKind.of(first);
    if (kind != FileKind.PARQUET) {
      String which = first.equals(path) ? "it" : first.getFileName().toString();
      throw new DataFileException(which + words(kind));
    }
  }

  private static String words(FileKind kind) {
    if (kind.isWorkbook()) {
      return " is an Excel workbook or another archive: save the sheet as CSV (UTF-8), and give that";
    }
    return kind == FileKind.GZIP
        ? " is compressed by gzip, which only text files may be: decompress it"
        : " is no Parquet file: " + REMEDY;
  }
}
