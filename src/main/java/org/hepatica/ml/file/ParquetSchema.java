package org.hepatica.ml.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of a Parquet file that Spark wrote, read here. Spark would start a job for them,
 * which takes as long as reading a million rows.
 */
final class ParquetSchema {

  /**
   * Where Spark keeps a file's columns in its footer; published, for it reads them from there too.
   */
  private static final String KEY = "org.apache.spark.sql.parquet.row.metadata";

  private ParquetSchema() {}

  /**
   * The columns as Spark would find them, or nothing where it has to look itself: a file of another
   * writer or damaged, a folder with folders, with summary files or without data.
   */
  static Optional<StructType> of(Path path, Configuration hadoop) {
    try {
      Optional<Path> file = Files.isDirectory(path) ? first(path) : Optional.of(path);
      return file.isEmpty() ? Optional.empty() : footer(file.get(), hadoop);
    } catch (IOException | RuntimeException e) {
      // Whatever is wrong with it, Spark will say so when it looks itself.
      return Optional.empty();
    }
  }

  /** Spark takes the columns of a folder from the file whose name comes first. */
  private static Optional<Path> first(Path folder) throws IOException {
    List<Path> entries;
    try (Stream<Path> all = Files.list(folder)) {
      entries = all.toList();
    }
    boolean plain = entries.stream().noneMatch(e -> Files.isDirectory(e) || isSummary(e));
    return plain
        ? entries.stream().filter(DataFile::isData).sorted().findFirst()
        : Optional.empty();
  }

  private static boolean isSummary(Path file) {
    return List.of("_metadata", "_common_metadata").contains(file.getFileName().toString());
  }

  private static Optional<StructType> footer(Path file, Configuration hadoop) throws IOException {
    HadoopInputFile input =
        HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(file.toUri()), hadoop);
    var options =
        HadoopReadOptions.builder(hadoop)
            .withMetadataFilter(ParquetMetadataConverter.SKIP_ROW_GROUPS)
            .build();
    try (ParquetFileReader reader = ParquetFileReader.open(input, options)) {
      String json = reader.getFooter().getFileMetaData().getKeyValueMetaData().get(KEY);
      return json != null && DataType.fromJson(json) instanceof StructType columns
          ? Optional.of(columns)
          : Optional.empty();
    }
  }
}
