package org.hepatica.lake;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Intermediates of a night, written down so that their plans run once. */
final class Staging {

  /** What is read once or twice is not worth to be made small. */
  private static final String QUICK = "snappy";

  /** Up to so much is read by plans that are run as they are. */
  private static final long FEW_BYTES = 8 << 20;

  private final SparkSession spark;
  private final LightSession light;
  private final Path folder;

  Staging(SparkSession spark, Path folder) {
    this.spark = spark;
    light = LightSession.beside(spark);
    this.folder = folder;
  }

  /**
   * Writes rows down and reads them back.
   *
   * @param name of the intermediate; one of the same name is replaced
   * @param by columns by whose values it is laid out in folders
   */
  Dataset<Row> settle(String name, Dataset<Row> rows, String... by) {
    Path path = folder.resolve(name);
    DiskFailure.telling(
        e -> DiskFailure.told("a table in the making", folder, e),
        () -> {
          rows.write()
              .mode("overwrite")
              .option("compression", QUICK)
              .partitionBy(by)
              .parquet(path.toString());
          return null;
        });
    SparkSession session = Folders.bytes(path) <= FEW_BYTES ? light.get() : spark;
    return session.read().schema(rows.schema()).parquet(path.toString());
  }

  /** Removes one intermediate; nothing when it is not there. */
  void remove(String name) {
    Folders.delete(folder.resolve(name));
  }

  /** Removes what was written. */
  void clear() {
    Folders.delete(folder);
  }
}
