package org.hepatica.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.hepatica.LongAgo;
import org.hepatica.TestSpark;
import org.hepatica.table.Column;
import org.hepatica.table.Kind;
import org.hepatica.table.Layer;
import org.hepatica.table.TableDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is swept of a table, and what can be read of it then. */
class UpkeepSparkTest {

  private static final Duration WEEK = Duration.ofDays(8);

  private static final TableDefinition TABLE =
      new TableDefinition(
          "biopsy",
          Layer.SILVER,
          List.of(),
          List.of(Column.of("number", Kind.LONG, "which")),
          "a biopsy");

  @TempDir private Path folder;
  private final SparkSession spark = TestSpark.session();

  @Test
  void manySmallFilesAreBroughtTogether() {
    Lake lake = lake();
    IntStream.range(0, 8).forEach(i -> lake.append(TABLE, rows(i)));
    assertThat(upkeep().smallFiles(TABLE)).isEqualTo(8);

    upkeep().compact(TABLE);

    assertThat(lake.version(TABLE)).hasValue(8);
    assertThat(upkeep().smallFiles(TABLE)).isZero();
    assertThat(numbers(lake)).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
  }

  @Test
  void whatNobodyNeedsIsSweptAndTheRestReadAsBefore() throws IOException {
    Lake lake = lake();
    lake.overwrite(TABLE, rows(0));
    lake.overwrite(TABLE, rows(1));
    lake.overwrite(TABLE, rows(2));
    Path stray = Files.writeString(lake.path(TABLE).resolve("part-of-a-halted-write"), "x");
    assertThat(upkeep().sweep(TABLE, Set.of(0L), Set.of(1L), WEEK).files()).isEmpty();
    LongAgo.move(folder, Duration.ofDays(40));
    lake.overwrite(TABLE, rows(3));

    Sweep sweep = upkeep().sweep(TABLE, Set.of(0L), Set.of(1L, 2L), WEEK);
    assertThat(sweep.lost()).containsExactly(1L);
    assertThat(sweep.files()).hasSize(2).contains(stray);
    upkeep().run(sweep, WEEK);

    assertThat(sweep.files()).noneMatch(Files::exists);
    assertThat(lake.version(TABLE)).hasValue(3);
    assertThat(numbers(lake)).containsExactly(3L);
    assertThat(numbers(lake, 0)).containsExactly(0L);
    assertThat(numbers(lake, 2)).containsExactly(2L);
    assertThatThrownBy(() -> numbers(lake, 1)).isNotNull();
  }

  @Test
  void rowsThatAVectorBesideTheFileDeletedStayDeletedInASparedVersion() throws IOException {
    Lake lake = lake();
    lake.overwrite(TABLE, rows(0, 1, 2));
    sql("alter table delta.`%s` set tblproperties ('delta.enableDeletionVectors' = 'true')");
    sql("delete from delta.`%s` where number = 1");
    lake.overwrite(TABLE, rows(3));
    LongAgo.move(folder, Duration.ofDays(40));

    Sweep sweep = upkeep().sweep(TABLE, Set.of(2L), Set.of(0L), WEEK);
    assertThat(sweep.files()).isEmpty();
    upkeep().run(upkeep().sweep(TABLE, Set.of(), Set.of(), WEEK), Duration.ofDays(100));

    assertThat(numbers(lake, 2)).containsExactlyInAnyOrder(0L, 2L);
    upkeep().run(upkeep().sweep(TABLE, Set.of(), Set.of(2L), WEEK), WEEK);
    assertThatThrownBy(() -> numbers(lake, 2)).isNotNull();
  }

  @Test
  void commitsThatNothingNeedsAreForgotten() throws IOException {
    Lake lake = lake();
    LongStream.range(0, 12).forEach(i -> lake.overwrite(TABLE, rows(i)));
    assertThat(upkeep().forget(TABLE, Set.of(11L), WEEK)).isZero();
    LongAgo.move(folder, Duration.ofDays(40));

    assertThat(upkeep().forget(TABLE, Set.of(3L), WEEK)).isZero();
    assertThat(upkeep().forget(TABLE, Set.of(10L), WEEK)).isEqualTo(10);

    org.apache.spark.sql.delta.DeltaLog.clearCache();
    assertThat(numbers(lake)).containsExactly(11L);
    assertThat(numbers(lake, 10)).containsExactly(10L);
    try (Stream<Path> log = Files.list(lake.path(TABLE).resolve("_delta_log"))) {
      assertThat(log.filter(file -> file.toString().matches(".*\\d+\\.json"))).hasSize(2);
    }
    Sweep sweep = upkeep().sweep(TABLE, Set.of(10L), Set.of(), WEEK);
    assertThat(sweep.files()).hasSize(10);
    upkeep().run(sweep, WEEK);
    assertThat(numbers(lake, 10)).containsExactly(10L);
  }

  private Lake lake() {
    return Lake.open(spark, folder, "study");
  }

  private Upkeep upkeep() {
    return new Upkeep(spark, lake());
  }

  private void sql(String statement) {
    spark.sql(statement.formatted(lake().path(TABLE)));
  }

  private static List<Long> numbers(Lake lake) {
    return lake.read(TABLE).collectAsList().stream().map(row -> row.getLong(0)).toList();
  }

  private static List<Long> numbers(Lake lake, long version) {
    return numbers(lake.at(Map.of(TABLE.fullName(), version)));
  }

  private Dataset<Row> rows(long... numbers) {
    List<Row> rows = LongStream.of(numbers).mapToObj(n -> (Row) RowFactory.create(n)).toList();
    return spark.createDataFrame(rows, TABLE.schema()).coalesce(1);
  }
}
