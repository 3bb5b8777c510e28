package org.hepatica.lake;

import static org.apache.spark.sql.functions.col;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.AddFile;
import org.hepatica.table.TableDefinition;
import scala.Option;
import scala.collection.immutable.Seq;

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
    return of(table, spark.read().format("delta").load(path.toString()));
  }

  /** The same of the files that a table has, which need not be asked of its log again. */
  static Dataset<Row> rows(
      TableDefinition table, OptimisticTransaction transaction, Seq<AddFile> files) {
    return of(
        table,
        transaction
            .deltaLog()
            .createDataFrame(transaction.snapshot(), files, false, Option.empty()));
  }

  private static Dataset<Row> of(TableDefinition table, Dataset<Row> stored) {
    Column[] columns =
        Stream.concat(
                Arrays.stream(table.schema().fieldNames()).map(name -> col(name)),
                Stream.of(
                    col("_metadata.file_path").as(FILE), col("_metadata.row_index").as(PLACE)))
            .toArray(Column[]::new);
    return stored.select(columns);
  }
}
