package org.hepatica.job;

import org.apache.spark.sql.SparkSession;
import org.hepatica.protocol.Installation;

/** Makes and ends the SparkSession: the only place that does. */
final class Engine {

  private static final String DELTA_EXTENSION = "io.delta.sql.DeltaSparkSessionExtension";
  private static final String DELTA_CATALOG = "org.apache.spark.sql.delta.catalog.DeltaCatalog";

  private Engine() {}

  /** The session of this run; a session that exists already (spark-submit, tests) is taken. */
  static SparkSession start(Installation installation) {
    boolean submitted = System.getProperty("spark.master") != null;
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("hepatica")
            .config("spark.sql.extensions", DELTA_EXTENSION)
            .config("spark.sql.catalog.spark_catalog", DELTA_CATALOG)
            .config("spark.sql.session.timeZone", "UTC");
    if (!submitted) {
      builder
          .master(installation.master())
          .config("spark.ui.enabled", "false")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.ui.showConsoleProgress", "false")
          .config("spark.sql.shuffle.partitions", "2")
          .config("spark.databricks.delta.snapshotPartitions", "1")
          .config("spark.sql.sources.parallelPartitionDiscovery.threshold", "1000")
          .config("spark.cleaner.referenceTracking", "true");
    }
    return builder.getOrCreate();
  }

  /** Few shuffle partitions on small data, Spark's own on large. */
  static void sizeFor(SparkSession spark, long bytes) {
    int cores = spark.sparkContext().defaultParallelism();
    long partitions = Math.max(cores, bytes / (32L << 20));
    spark.conf().set("spark.sql.shuffle.partitions", Long.toString(Math.min(partitions, 400)));
  }

  /** Ends the session, if there is one. */
  static void stop() {
    if (SparkSession.getActiveSession().isDefined()) {
      SparkSession.getActiveSession().get().stop();
    }
  }
}
