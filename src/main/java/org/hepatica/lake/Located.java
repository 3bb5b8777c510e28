package org.hepatica.lake;

import static org.apache.spark.sql.functions.col;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.hepatica.table.TableDefinition;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** The rows of a table's newest version, with where they lie. */
final class Located {

  /** The file that a row lies in. */
  static final String FILE = "lies_in";

  /** The row's number in it, from 0. */
  static final String PLACE = "lies_at";

  private Located() {}

  /** Whether rows are given with where they lie. */
  static boolean is(Dataset<Row> rows) {
    return List.of(rows.columns()).contains(FILE);
  }

  /**
   * The rows with {@link #FILE} and {@link #PLACE}. Delta tells the latter of tables that have
   * deletion vectors, so the table is given them.
   */
  static Dataset<Row> rows(SparkSession spark, TableDefinition table, Path path) {
    Vectors.enable(spark, path);
    DeltaLog log = DeltaLog.forTable(spark, path.toString());
    Snapshot newest = log.unsafeVolatileSnapshot();
    return of(
        table,
        new Commit(path, newest.version())
            .tableFiles()
            .map(CollectionConverters::asScala)
            .map(files -> log.createDataFrame(newest, files.toSeq(), false, Option.empty()))
            .orElseGet(() -> spark.read().format("delta").load(path.toString())));
  }

  private static Dataset<Row> of(TableDefinition table, Dataset<Row> stored) {
    return Shape.of(
        table, stored, col("_metadata.file_path").as(FILE), col("_metadata.row_index").as(PLACE));
  }
}
