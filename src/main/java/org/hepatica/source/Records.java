package org.hepatica.source;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.hepatica.protocol.Center;
import org.hepatica.table.Operational;

/** Delivered files to bronze records. */
public final class Records {

  private static final int MOST_TASKS = 200;
  private static final long BYTES_A_TASK = 8L << 20;
  private static final long BYTES_A_PART = 32L << 20;

  /** {@link Operational#RECORD} without what only other records and deliveries tell. */
  public static final StructType SCHEMA =
      new StructType(
          Arrays.stream(Operational.RECORD.schema().fields())
              .filter(f -> !Set.of(Operational.COPY, Operational.UNTIL).contains(f.name()))
              .toArray(StructField[]::new));

  private Records() {}

  /**
   * Every record of every file in {@link #SCHEMA}: one job, streaming, identifiers hashed and
   * missing codes null on the task that parses. A record with a defect keeps no cell: where cells
   * are shifted, an identifier may stand in any of them.
   */
  public static Dataset<Row> read(
      SparkSession spark, List<Center> centers, List<DeliveredFile> files, IdentifierKey key) {
    Map<String, Center> byName =
        centers.stream().collect(Collectors.toMap(Center::name, Function.identity()));
    List<FileTask> tasks =
        files.stream()
            .flatMap(
                file ->
                    FileTask.of(
                        file, byName.get(file.center()).exports().get(file.export()), BYTES_A_PART)
                        .stream())
            .toList();
    JavaRDD<Row> rows =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(
                tasks, slices(files, tasks.size(), spark.sparkContext().defaultParallelism()))
            .flatMap(task -> new FileRecords(task, key));
    return spark.createDataFrame(rows, SCHEMA);
  }

  /** Small files share a task: a task that writes costs more than reading a small file. */
  private static int slices(List<DeliveredFile> files, int tasks, int cores) {
    long bytes = files.stream().mapToLong(DeliveredFile::bytes).sum();
    long wanted = Math.max(cores, bytes / BYTES_A_TASK);
    return (int) Math.max(1, Math.min(wanted, Math.min(MOST_TASKS, tasks)));
  }
}
