package org.hepatica.ml.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A table that a user points at. Immutable. */
public final class DataFile {

  /** What reads as missing unless said otherwise; an empty cell always does. */
  public static final List<String> MISSING = List.of("NA", "NaN", ".");

  private static final long SMALL = 64L << 20;
  private static final int PACKED = 16;
  private static final Set<String> TEXTS = Set.of("csv", "tsv", "tab", "txt");

  private static final byte[] ASCII = "\n\r\t\" #,.0123456789".getBytes(StandardCharsets.US_ASCII);

  private final Path path;
  private final List<String> missing;
  private final Charset encoding;

  private DataFile(Path path, List<String> missing, Charset encoding) {
    this.path = path;
    this.missing = missing;
    this.encoding = encoding;
  }

  /**
   * A file or folder: Parquet, a Delta table, comma or tab separated text with a header line.
   *
   * @throws DataFileException if there is nothing at that path
   */
  public static DataFile of(Path path) {
    if (!Files.exists(path)) {
      throw new DataFileException(
          "no data at %s: give the path of a CSV, TSV or Parquet file or of a Delta folder"
              .formatted(path.toAbsolutePath()));
    }
    return new DataFile(path, MISSING, StandardCharsets.UTF_8);
  }

  /** The same with other texts for a missing value. */
  public DataFile withMissing(List<String> texts) {
    return new DataFile(path, List.copyOf(texts), encoding);
  }

  /**
   * The same, its text in another encoding than UTF-8.
   *
   * @throws IllegalArgumentException if the encoding has other bytes for ASCII, as UTF-16 has
   */
  public DataFile withEncoding(Charset newEncoding) {
    if (!Arrays.equals(new String(ASCII, StandardCharsets.US_ASCII).getBytes(newEncoding), ASCII)) {
      throw new IllegalArgumentException(
          "text in %s is not read here: convert it to UTF-8".formatted(newEncoding));
    }
    return new DataFile(path, missing, newEncoding);
  }

  /**
   * Its rows, as {@link #table} has them.
   *
   * @throws DataFileException as {@link #table}
   */
  public Dataset<Row> read(SparkSession spark) {
    return table(spark).rows();
  }

  /**
   * Its rows, and which of its columns are of texts because of some cells. Text files: a column
   * whose cells are all numbers, or all truth values, apart from the missing ones is of that type.
   *
   * @throws DataFileException if the file is not what its name says, its rows do not fit its
   *     header, which may be by other separators or have names alike but for case, or its bytes are
   *     not of its encoding
   */
  public DataTable table(SparkSession spark) {
    DataTable table;
    try {
      table = opened(spark);
    } catch (DataFileException e) {
      throw new DataFileException("cannot read %s: %s".formatted(path, e.getMessage()));
    } catch (Exception e) { // Spark throws checked exceptions that it does not declare
      throw new DataFileException("cannot read %s: %s".formatted(path, UnreadableFile.why(e)), e);
    }
    if (table.rows().columns().length == 0) {
      throw new DataFileException("cannot read %s: there is no column in it".formatted(path));
    }
    return table;
  }

  private DataTable opened(SparkSession spark) throws IOException {
    String location = path.toString();
    if (Files.isDirectory(path.resolve("_delta_log"))) {
      return DataTable.typed(spark.read().format("delta").load(location));
    }
    return switch (ending()) {
      case "csv" -> new TextFile(path, TextFormat.csv(encoding), missing).read(spark);
      case "tsv", "tab", "txt" -> new TextFile(path, TextFormat.tsv(encoding), missing).read(spark);
      default -> {
        ParquetFiles.require(path);
        yield DataTable.typed(parquet(spark).parquet(location));
      }
    };
  }

  private DataFrameReader parquet(SparkSession spark) {
    return ParquetSchema.of(path, spark.sparkContext().hadoopConfiguration())
        .map(spark.read()::schema)
        .orElseGet(spark::read);
  }

  /** The files that Spark reads of a folder, or the one. */
  static List<Path> files(Path path) throws IOException {
    try (Stream<Path> tree = Files.walk(path)) {
      return tree.filter(Files::isRegularFile).filter(DataFile::isData).sorted().toList();
    }
  }

  /** Whether Spark reads a file of a folder: it passes over hidden ones and its own marks. */
  static boolean isData(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith(".") && !name.startsWith("_");
  }

  private String ending() {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    String whole = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return whole.substring(whole.lastIndexOf('.') + 1);
  }

  /**
   * How large it is, for whoever suits an engine to it.
   *
   * @throws DataFileException if it cannot be looked at
   */
  public long bytes() {
    try (Stream<Path> files = Files.walk(path)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException | UncheckedIOException e) {
      throw new DataFileException("cannot read %s: %s".formatted(path, e.getMessage()), e);
    }
  }

  /**
   * Whether there is so little to read that preparations would cost more than the rows: text up to
   * 64 MiB, and packed formats, which hold many times more rows, up to a sixteenth of that.
   *
   * @throws DataFileException if it cannot be looked at
   */
  public boolean isSmall() {
    return bytes() <= (isPacked() ? SMALL / PACKED : SMALL);
  }

  private boolean isPacked() {
    return path.toString().endsWith(".gz") || !TEXTS.contains(ending());
  }

  /** The path as it was given. */
  @Override
  public String toString() {
    return path.toString();
  }
}
