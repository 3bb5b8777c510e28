package org.hepatica.job;

import java.util.Map;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;
import org.hepatica.lake.Lake;
import org.hepatica.lake.disk.Disk;
import org.hepatica.lake.disk.DiskContext;
import org.hepatica.ml.file.DataFile;
import org.hepatica.protocol.Installation;

/** Makes and ends the SparkSession: the only place that does. */
final class Engine {

  private static final String DELTA_EXTENSION = "io.delta.sql.DeltaSparkSessionExtension";
  private static final String DELTA_CATALOG = "org.apache.spark.sql.delta.catalog.DeltaCatalog";

  /**
   * Suits plans and tables as ours are: much in a plan, little in a log. A submission may differ.
   */
  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          // What a merge is told by lies in staging, and is the same however often it is read.
          Map.entry("spark.databricks.delta.merge.materializeSource", "none"),
          Map.entry("spark.sql.constraintPropagation.enabled", "false"),
          Map.entry("spark.sql.icu.caseMappings.enabled", "false"),
          Map.entry("spark.sql.maxPlanStringLength", "1000"),
          // Text of Windows is read, too: --encoding windows-1252.
          Map.entry("spark.sql.legacy.javaCharsets", "true"),
          Map.entry("spark.databricks.delta.snapshotPartitions", "1"),
          // Files are told beside a commit, and not compared with the log each time.
          Map.entry("spark.databricks.delta.allFilesInCrc.enabled", "true"),
          Map.entry("spark.databricks.delta.allFilesInCrc.thresholdNumFiles", "200"),
          Map.entry(
              "spark.databricks.delta.allFilesInCrc.verificationMode.forceOnNonUTC.enabled",
              "false"),
          Map.entry("spark.sql.sources.parallelPartitionDiscovery.threshold", "1000"),
          // What each operator of a task, and each stage, begins with. Pages of 64 MB, as the size
          // of the heap would have it, fill 75 GB with zeros in a night of small stages.
          Map.entry("spark.buffer.pageSize", "2m"),
          Map.entry("spark.broadcast.blockSize", "1m"),
          // Half of what hashes take otherwise, which are most of bronze, and as quickly read.
          Map.entry("spark.sql.parquet.compression.codec", "zstd"));

  /**
   * A version is read for as long as its files are there: what is kept beyond the lake's history
   * is, too. Delta by itself goes by the age alone.
   */
  private static final String BY_AGE =
      "spark.databricks.delta.vacuum.enforceTimeTravelWithinDeletedFileRetentionDuration";

  private static final String ADAPTIVE = "spark.sql.adaptive.enabled";
  private static final String WHOLE_STAGE = "spark.sql.codegen.wholeStage";
  private static final String PARTITIONS = "spark.sql.shuffle.partitions";

  /** What a session's partitions are while all that there is is looked at. */
  private static final String SIZED = "hepatica.engine.partitions";

  private static final int FEW_A_CORE = 2;
  private static final long BYTES_A_PARTITION = 32L << 20;
  private static final long MOST_PARTITIONS = 400;

  private Engine() {}

  /** The session of this run; a session that exists already (spark-submit, tests) is taken. */
  static SparkSession start(Installation installation) {
    return start(installation.master());
  }

  /** The same without a configuration: on a Spark master, or embedded, as in {@code local[*]}. */
  static SparkSession start(String master) {
    SparkSession.Builder builder =
        SparkSession.builder()
            .config("spark.sql.extensions", DELTA_EXTENSION)
            .config("spark.sql.catalog.spark_catalog", DELTA_CATALOG)
            .config("spark.sql.session.timeZone", "UTC")
            .config(BY_AGE, false);
    DEFAULTS.forEach((key, value) -> builder.config(key, System.getProperty(key, value)));
    if (Launcher.submittedTo().isEmpty()) {
      builder
          .appName("hepatica")
          .master(master)
          .config("spark.ui.enabled", "false")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.ui.showConsoleProgress", "false")
          .config("spark.hadoop.fs.file.impl", Disk.class.getName())
          .config("spark.hadoop.fs.AbstractFileSystem.file.impl", DiskContext.class.getName())
          .config("spark.cleaner.referenceTracking", "true");
    }
    return builder.getOrCreate();
  }

  /**
   * Suits the session to the data. On small data the engine's own preparations cost more than the
   * rows: light plans, interpreted rather than compiled, few partitions. On large data Spark's way.
   */
  static void sizeFor(SparkSession spark, Installation installation, long bytes) {
    sizeFor(spark, bytes, bytes <= installation.smallMegabytes() << 20);
  }

  /** The same for a file. */
  static void sizeFor(SparkSession spark, DataFile file) {
    sizeFor(spark, file.bytes(), file.isSmall());
  }

  private static void sizeFor(SparkSession spark, long bytes, boolean small) {
    RuntimeConfig conf = spark.conf();
    conf.set(ADAPTIVE, !small);
    conf.set(WHOLE_STAGE, !small);
    conf.set("spark.sql.codegen.factoryMode", small ? "NO_CODEGEN" : "FALLBACK");
    conf.set("spark.databricks.delta.stats.skipping", !small || Lake.hasVectors(spark));
    conf.set("spark.databricks.delta.stats.collect", !small);
    // What is large when it is made is amended later, and need not be altered for it then.
    conf.set("spark.databricks.delta.properties.defaults.enableDeletionVectors", !small);
    int cores = spark.sparkContext().defaultParallelism();
    long partitions = Math.max(cores, bytes / BYTES_A_PARTITION);
    conf.set(PARTITIONS, Math.min(partitions, MOST_PARTITIONS));
    conf.unset(SIZED);
  }

  /**
   * Suits shuffles to what is looked at: all that there is, as the session was sized for, or what
   * changed alone, which many partitions would cut into crumbs, and for which a plan that is made
   * anew after each of its stages is found no better.
   */
  static void shuffle(SparkSession spark, boolean changesAlone) {
    RuntimeConfig conf = spark.conf();
    String sized = conf.get(SIZED, conf.get(PARTITIONS));
    conf.set(SIZED, sized);
    int few = FEW_A_CORE * spark.sparkContext().defaultParallelism();
    conf.set(
        PARTITIONS,
        changesAlone ? Math.min(few, Integer.parseInt(sized)) : Integer.parseInt(sized));
    conf.set(ADAPTIVE, !changesAlone && !isSmall(conf));
  }

  private static boolean isSmall(RuntimeConfig conf) {
    return conf.get(WHOLE_STAGE).equals("false");
  }

  /** Ends the session, if there is one. */
  static void stop() {
    if (SparkSession.getActiveSession().isDefined()) {
      SparkSession.getActiveSession().get().stop();
    }
  }
}
