package org.hepatica.lake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.hepatica.table.TableDefinition;

/** What the files of a table hold, of whatever version, deleted rows and the feed's too. */
public final class EveryVersion {

  private EveryVersion() {}

  /** The rows of all files that lie in the table's folder; one stands as often as it is written. */
  public static Dataset<Row> of(SparkSession spark, Lake lake, TableDefinition table) {
    Path folder = lake.path(table);
    if (!Files.isDirectory(folder)) {
      return spark.createDataFrame(List.of(), table.schema());
    }
    return spark
        .read()
        .schema(table.schema())
        .option("pathGlobFilter", "*.parquet")
        .parquet(folder.toString());
  }
}
