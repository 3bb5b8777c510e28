package org.hepatica.source;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.hepatica.protocol.Center;
import org.hepatica.table.Operational;

/** Delivered files to bronze records. */
public final class Records {

  private static final int MOST_TASKS = 200;

  private Records() {}

  /**
   * Every record of every file in the schema of {@link Operational#RECORD}: one job, streaming,
   * identifiers hashed and missing codes null on the task that parses. A record with a defect keeps
   * no cell: where cells are shifted, an identifier may stand in any of them.
   */
  public static Dataset<Row> read(
      SparkSession spark, List<Center> centers, List<DeliveredFile> files, IdentifierKey key) {
    Map<String, Center> byName =
        centers.stream().collect(Collectors.toMap(Center::name, Function.identity()));
    List<FileTask> tasks =
        files.stream()
            .map(file -> FileTask.of(file, byName.get(file.center()).exports().get(file.export())))
            .toList();
    JavaRDD<Row> rows =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(tasks, Math.max(1, Math.min(MOST_TASKS, tasks.size())))
            .flatMap(task -> new FileRecords(task, key));
    return spark.createDataFrame(rows, Operational.RECORD.schema());
  }
}
