package org.hepatica.lake;

import static org.apache.spark.sql.functions.col;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.types.StructType;
import org.hepatica.table.TableDefinition;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** The rows of one version of a table, by whichever way is the shortest. */
final class TableReading {

  private final SparkSession spark;
  private final TableDefinition table;
  private final Path path;
  private final Snapshot newest;

  TableReading(SparkSession spark, TableDefinition table, Path path, Snapshot newest) {
    this.spark = spark;
    this.table = table;
    this.path = path;
    this.newest = newest;
  }

  /**
   * Rows in the table's schema.
   *
   * @param isNewest whether the version is that of the newest commit, and stays so
   */
  Dataset<Row> at(long version, boolean isNewest) {
    if (!Evolution.of(table, stored(version)).retyped().isEmpty()) {
      return ofDelta(version, isNewest);
    }
    return new Commit(path, version)
        .tableFiles()
        .map(files -> ofFiles(version, files))
        .orElseGet(() -> ofDelta(version, isNewest));
  }

  /** Its files are known: Delta would first run three jobs over its log to find them. */
  private Dataset<Row> ofFiles(long version, List<AddFile> files) {
    if (files.stream().noneMatch(Commit::hasVector)) {
      return ofFiles(files.stream().map(new Commit(path, version)::file).toList());
    }
    Vectors.read(spark, path);
    return Shape.of(
        table,
        newest
            .deltaLog()
            .createDataFrame(
                snapshot(version),
                CollectionConverters.asScala(files).toSeq(),
                false,
                Option.empty()));
  }

  private Dataset<Row> ofDelta(long version, boolean isNewest) {
    Vectors.read(spark, path);
    DataFrameReader reader = spark.read().format("delta");
    return Shape.of(
        table, (isNewest ? reader : reader.option("versionAsOf", version)).load(path.toString()));
  }

  /** The columns of the version, as they are stored. */
  private StructType stored(long version) {
    return snapshot(version).schema();
  }

  private Snapshot snapshot(long version) {
    return newest.version() == version
        ? newest
        : newest.deltaLog().getSnapshotAt(version, Option.empty(), Option.empty(), false);
  }

  /** Files of which all rows are of the table need nothing of Delta. */
  private Dataset<Row> ofFiles(List<Path> files) {
    if (files.isEmpty()) {
      return spark.createDataFrame(List.of(), table.schema());
    }
    Column[] columns =
        Arrays.stream(table.schema().fieldNames()).map(name -> col(name)).toArray(Column[]::new);
    return spark
        .read()
        .schema(table.schema())
        .option("basePath", path.toString())
        .parquet(files.stream().map(Path::toString).toArray(String[]::new))
        .select(columns);
  }
}
