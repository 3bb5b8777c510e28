package org.hepatica.ml.collapse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.TestSpark;
import org.hepatica.ml.scan.Scan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counting in primitive arrays is what a grouping would count, however the rows lie. */
class PatternCountsSparkTest {

  private static final Layout LAYOUT =
      new Layout(0, 1, List.of(2, 3, 4), List.of(false, true, false));

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 64})
  void anyPartitioningCountsWhatAGroupingCounts(int partitions) {
    Dataset<Row> rows = rows(20_000).repartition(partitions);

    assertThat(cells(counts(rows, LAYOUT))).isEqualTo(grouped(rows));
  }

  @Test
  void columnarFilesCountAsRowsDo() {
    String file = folder.resolve("rows").toString();
    rows(20_000).repartition(3).write().parquet(file);
    Dataset<Row> stored =
        TestSpark.session().read().parquet(file).select("days", "died", "hai", "center", "age");

    PatternCounts counts = counts(stored, LAYOUT);
    assertThat(cells(counts)).isEqualTo(grouped(stored));
    assertThat(counts.missing())
        .isEqualTo(stored.count() - stored.na().drop().count())
        .isPositive();
  }

  @Test
  void timesThatAreNoWholeDaysAndValuesBelowZeroAreLevelsLikeOthers() {
    Dataset<Row> rows =
        rows(5_000).withColumn("days", expr("days / 7 - 3")).withColumn("age", expr("-age / 3"));

    assertThat(cells(counts(rows, LAYOUT))).isEqualTo(grouped(rows));
  }

  @Test
  void withoutValuesThereIsOnePattern() {
    PatternCounts counts = counts(rows(1_000), new Layout(0, 1, List.of(), List.of()));

    assertThat(counts.patterns()).containsExactly(List.of());
  }

  @Test
  void patternsComeByTheirValuesHoweverTheRowsLie() {
    List<List<Object>> patterns = counts(rows(20_000).repartition(7), LAYOUT).patterns();

    assertThat(patterns).isEqualTo(counts(rows(20_000).repartition(2), LAYOUT).patterns());
    assertThat(patterns.stream().map(pattern -> (Double) pattern.get(0))).isSorted();
  }

  /** Each partition has few enough, all together have not. */
  @Test
  void partitionsTogetherMayHaveTooManyPatterns() {
    Dataset<Row> rows =
        TestSpark.session()
            .range(0, 300_000, 1, 8)
            .selectExpr("1 as days", "1 as died", "id div 600 as a", "id % 600 as b");
    Layout two = new Layout(0, 1, List.of(2, 3), List.of(false, false));

    assertThat(counts(rows.where("a * 600 + b < 200000"), two).patterns()).hasSize(200_000);
    assertThat(counts(rows, two).tooMany()).contains("patterns");
  }

  @Test
  void manyStatusesAreKeptApart() {
    Dataset<Row> rows = rows(5_000).withColumn("died", expr("days % 6"));

    assertThat(cells(counts(rows, LAYOUT))).isEqualTo(grouped(rows));
  }

  @ParameterizedTest
  @ValueSource(strings = {"patterns", "times", "cells", "statuses"})
  void tooManyOfSomethingIsSaidInsteadOfFillingTheMemory(String what) {
    Dataset<Row> rows = rows(20_000);
    Limits small =
        switch (what) {
          case "patterns" -> new Limits(4096, 50, 100_000, 1 << 25);
          case "times" -> new Limits(4096, 65_536, 50, 1 << 25);
          default -> new Limits(4096, 65_536, 100_000, what.equals("cells") ? 1_000 : 1 << 25);
        };
    Dataset<Row> given = what.equals("statuses") ? rows.withColumn("died", col("days")) : rows;

    PatternCounts counts =
        Scan.partitions(given, chunks -> PatternCounter.count(chunks, LAYOUT, small))
            .reduce(PatternCounts::merge);
    assertThat(counts.tooMany()).contains(what);
  }

  private static PatternCounts counts(Dataset<Row> rows, Layout layout) {
    Limits limits = Limits.withDefaults();
    return Scan.partitions(rows, chunks -> PatternCounter.count(chunks, layout, limits))
        .reduce(PatternCounts::merge);
  }

  /** Cells that are not empty, by pattern, time and status as text. */
  private static Map<String, Long> cells(PatternCounts counts) {
    Map<String, Long> cells = new TreeMap<>();
    double[] times = counts.times();
    double[] statuses = counts.statuses();
    for (List<Object> pattern : counts.patterns()) {
      for (int t = 0; t < times.length; t++) {
        for (int s = 0; s < statuses.length; s++) {
          long n = counts.count(pattern, t, s);
          if (n > 0) {
            cells.put(pattern + " " + times[t] + " " + statuses[s], n);
          }
        }
      }
    }
    return cells;
  }

  private static Map<String, Long> grouped(Dataset<Row> rows) {
    Map<String, Long> cells = new TreeMap<>();
    rows.na()
        .drop()
        .select(
            col("days").cast("double"),
            col("died").cast("double"),
            col("hai").cast("double"),
            col("center"),
            col("age").cast("double"))
        .groupBy("days", "died", "hai", "center", "age")
        .count()
        .collectAsList()
        .forEach(
            row ->
                cells.put(
                    Arrays.asList(row.get(2), row.get(3), row.get(4))
                        + " "
                        + row.get(0)
                        + " "
                        + row.get(1),
                    row.getLong(5)));
    return cells;
  }

  /** Made-up subjects; some values are missing. */
  private static Dataset<Row> rows(long n) {
    return TestSpark.session()
        .range(n)
        .select(
            expr("cast(id * 7919 % 1009 as int)").as("days"),
            expr("cast(id * 31 % 3 = 0 as int)").as("died"),
            expr("id % 2 = 0").as("hai"),
            expr("if(id % 101 = 7, null, concat('centre ', id % 5))").as("center"),
            expr("if(id % 97 = 5, null, cast(50 + id % 9 as long))").as("age"))
        .withColumn("hai", col("hai").and(lit(true)));
  }
}
