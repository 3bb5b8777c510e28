package org.hepatica.lake;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;

/**
 * Deletion vectors: what is deleted of a file stands beside it. Tables have them from their first
 * amendment on, as a small table is sooner written anew.
 */
final class Vectors {

  private static final String PROPERTY = "delta.enableDeletionVectors";
  private static final String SKIPPING = "spark.databricks.delta.stats.skipping";

  /** Set once a session has read a table that has them. */
  static final String IN_USE = "hepatica.lake.vectors";

  private Vectors() {}

  /** Gives a table vectors, in a commit that changes no row; none when it has them. */
  static void enable(SparkSession spark, Path table) {
    if (!has(spark, table)) {
      spark.sql(
          "alter table delta.`%s` set tblproperties ('%s' = 'true')".formatted(table, PROPERTY));
    }
    plan(spark);
  }

  /** Makes reading possible, where a table has them. */
  static void read(SparkSession spark, Path table) {
    if (has(spark, table)) {
      plan(spark);
    }
  }

  private static boolean has(SparkSession spark, Path table) {
    return DeltaLog.forTable(spark, table.toString())
        .unsafeVolatileSnapshot()
        .metadata()
        .configuration()
        .get(PROPERTY)
        .contains("true");
  }

  /** Delta plans a table with vectors only while it also plans which files to skip. */
  private static void plan(SparkSession spark) {
    spark.conf().set(IN_USE, true);
    spark.conf().set(SKIPPING, true);
  }
}
