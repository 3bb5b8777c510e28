package org.hepatica;

import org.apache.spark.sql.SparkSession;

/** The one Spark session of the suite: real Spark, real Delta, UTC, few partitions. */
public final class TestSpark {

  private static final String ADAPTIVE = "spark.sql.adaptive.enabled";
  private static final String WHOLE_STAGE = "spark.sql.codegen.wholeStage";
  private static final String FACTORIES = "spark.sql.codegen.factoryMode";

  private static SparkSession session;
  private static SparkSession compiling;

  private TestSpark() {}

  /** The shared session, started at its first use and ended with the JVM. */
  public static synchronized SparkSession session() {
    if (session == null) {
      session =
          SparkSession.builder()
              .appName("hepatica-tests")
              .master("local[2]")
              .config("spark.ui.enabled", "false")
              .config("spark.sql.warehouse.dir", "target/spark-warehouse")
              .config("spark.sql.session.timeZone", "UTC")
              .config("spark.sql.shuffle.partitions", "2")
              .config("spark.default.parallelism", "2")
              // As in the program's own session.
              .config("spark.databricks.delta.snapshotPartitions", "1")
              .config("spark.sql.maxPlanStringLength", "1000")
              // Plans of few rows are run as they are, as in a small night.
              .config(ADAPTIVE, "false")
              .config(WHOLE_STAGE, "false")
              .config(FACTORIES, "NO_CODEGEN")
              .config("spark.sql.constraintPropagation.enabled", "false")
              .config("spark.sql.sources.parallelPartitionDiscovery.threshold", "1000")
              .config("spark.buffer.pageSize", "2m")
              // A disk that tests can fill; and as the program's own session: without it every file
              // of a table starts a chmod.
              .config("spark.hadoop.fs.file.impl", FaultyDisk.class.getName())
              .config(
                  "spark.hadoop.fs.AbstractFileSystem.file.impl",
                  FaultyDisk.Context.class.getName())
              .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
              .config(
                  "spark.sql.catalog.spark_catalog",
                  "org.apache.spark.sql.delta.catalog.DeltaCatalog")
              .getOrCreate();
      session.sparkContext().setLogLevel("ERROR");
    }
    return session;
  }

  /** A session beside it whose plans are compiled, as those of large data are. */
  public static synchronized SparkSession compiling() {
    if (compiling == null) {
      compiling = session().newSession();
      compiling.conf().set(ADAPTIVE, true);
      compiling.conf().set(WHOLE_STAGE, true);
      compiling.conf().set(FACTORIES, "FALLBACK");
    }
    return compiling;
  }
}
