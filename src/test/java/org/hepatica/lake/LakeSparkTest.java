package org.hepatica.lake;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hepatica.lake.Specimens.TABLE;
import static org.hepatica.lake.Specimens.row;
import static org.hepatica.lake.Specimens.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.types.StructType;
import org.hepatica.TestSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a table came about, the lake reads what Delta reads. */
class LakeSparkTest {

  @TempDir private Path folder;
  private final SparkSession spark = TestSpark.session();
  private Lake lake;

  @BeforeEach
  void open() {
    // A night of few rows, in another test before, leaves them out; here their numbers are told.
    spark.conf().set("spark.databricks.delta.stats.collect", true);
    lake = Lake.open(spark, folder, "study");
  }

  @Test
  void aTableThatWasNeverWrittenHasItsColumnsAndNoRows() {
    assertThat(lake.version(TABLE)).isEmpty();
    assertThat(lake.bytes(TABLE)).isZero();
    assertThat(lake.read(TABLE).schema()).isEqualTo(TABLE.schema());
    assertThat(lake.read(TABLE).count()).isZero();
  }

  @Test
  void commitsAreCountedAndTheirSecondsAreNotThoseOfTheRows() {
    assertThat(lake.commits().count()).isZero();
    assertThat(lake.commits().seconds()).isZero();

    lake.overwrite(TABLE, List.of(RowFactory.create("north", "a", 1L)));
    lake.append(TABLE, lake.rows(TABLE, List.of(RowFactory.create("north", "b", 1L))));

    assertThat(lake.commits().count()).isEqualTo(2);
    assertThat(lake.commits().seconds()).isPositive();
  }

  @Test
  void oneCommitThatWroteTheWholeTableIsReadFromItsFiles() {
    lake.replace(TABLE, rows("a", "b o/b=1", "c%20"), "center in ('a')", "center");

    assertReadsAsDelta();
    assertThat(files().orElseThrow()).hasSizeGreaterThan(1);
  }

  @Test
  void anOverwriteIsReadFromItsOwnFilesOnly() {
    lake.overwrite(TABLE, rows("a", "b"));
    lake.overwrite(TABLE, rows("c"));

    assertReadsAsDelta();
    assertThat(files()).isPresent();
    assertThat(lake.read(TABLE).select("center").collectAsList())
        .containsOnly(RowFactory.create("c"));
  }

  @Test
  void aTableWithoutRowsIsReadAsSuch() {
    lake.overwrite(TABLE, rows("a"));
    lake.overwrite(TABLE, rows());

    assertReadsAsDelta();
    assertThat(lake.read(TABLE).count()).isZero();
  }

  @Test
  void aPartThatWasReplacedIsReadWithTheRestThatStayed() {
    lake.replace(TABLE, rows("a", "b"), "center in ('a', 'b')", "center");
    lake.replace(TABLE, rows("b"), "center in ('b')", "center");

    assertReadsAsDelta();
    assertThat(files().orElseThrow()).hasSizeGreaterThan(1);
    assertThat(lake.read(TABLE).select("center").distinct().count()).isEqualTo(2);
  }

  @Test
  void aPartThatIsAllThereIsReplacedInOneCommit() {
    lake.replace(TABLE, rows("a", "b o/b=1"), "center in ('a', 'b o/b=1')", "center");
    lake.replace(TABLE, rows("a"), "center in ('a', 'b o/b=1')", "center");

    assertReadsAsDelta();
    assertThat(files()).isPresent();
    assertThat(lake.read(TABLE).select("center").distinct().collectAsList())
        .containsExactly(RowFactory.create("a"));
    assertThat(lake.rowsOfLastCommit(TABLE)).hasValue(3);
    assertThat(lake.changes(TABLE, 0).rows().groupBy(ChangeFeed.CHANGE).count().collectAsList())
        .containsExactlyInAnyOrder(RowFactory.create(-1, 6L), RowFactory.create(1, 3L));
  }

  @Test
  void aPartOfASmallTableThatNoFoldersTellIsReplacedInOneCommit() {
    lake.replace(TABLE, rows("a", "b"), "center in ('a', 'b')", "center");
    Dataset<Row> other = row("a", "S-1", 9L);

    lake.replace(TABLE, other, "(center = 'a' and accession = 'S-1')", "center");

    assertThat(lake.version(TABLE)).hasValue(1);
    assertThat(
            lake.read(TABLE).select("center", "accession", "blocks").collectAsList().stream()
                .map(Row::toString))
        .containsExactlyInAnyOrder(
            "[a,S-1,9]", "[a,S-2,2]", "[a,S-3,null]", "[b,S-1,1]", "[b,S-2,2]", "[b,S-3,null]");
    assertReadsAsDelta();
    assertThat(files()).isPresent();
  }

  @Test
  void rowsThatAreNotOfThePartAreRefusedAndNothingIsReplaced() {
    lake.replace(TABLE, rows("a"), "center = 'a'", "center");

    assertThatThrownBy(() -> lake.replace(TABLE, rows("a", "b"), "center = 'a'", "center"))
        .hasMessageContaining("rows are not of the part center = 'a'");
    assertThat(lake.version(TABLE)).hasValue(0);
    assertReadsAsDelta();
  }

  @Test
  void whatTakesThePlaceOfAWholeTableObeysItsRules() {
    lake.overwrite(TABLE, rows("a"));
    StructType free = TABLE.schema().asNullable();
    Dataset<Row> nobodys = spark.createDataFrame(List.of(RowFactory.create(null, "S-1", 1L)), free);

    assertThatThrownBy(() -> lake.overwrite(TABLE, nobodys)).isInstanceOf(TableException.class);
    assertThat(lake.version(TABLE)).hasValue(0);
  }

  @Test
  void whatIsLeftOfADamagedCommitIsNotTakenForTheWholeTable() throws IOException {
    withoutFilesInChecksums(
        () -> lake.replace(TABLE, rows("a", "b"), "center in ('a', 'b')", "center"));
    Path commit = lake.log(TABLE).commit(0);
    List<String> lines = Files.readAllLines(commit);
    assertThat(files()).isPresent();

    Files.write(commit, lines.subList(0, lines.size() - 1));
    assertThat(files()).isEmpty();
    String last = lines.get(lines.size() - 1);
    Files.writeString(commit, last.substring(0, last.length() / 2), StandardOpenOption.APPEND);
    assertThat(files()).isEmpty();
  }

  @Test
  void aDamagedCommitIsLeftToDeltaAlthoughTheChecksumTellsTheFiles() throws IOException {
    lake.overwrite(TABLE, rows("a"));
    lake.append(TABLE, rows("b"));
    assertThat(files()).isPresent();

    Files.writeString(lake.log(TABLE).commit(1), "{\"commitInfo\":{\"timesta");

    assertThat(files()).isEmpty();
  }

  @Test
  void whatSeveralCommitsWroteIsReadAsDeltaWhereChecksumsTellNoFiles() {
    withoutFilesInChecksums(
        () -> {
          lake.overwrite(TABLE, rows("a"));
          lake.append(TABLE, rows("b"));
        });

    assertThat(files()).isEmpty();
    assertReadsAsDelta();
    assertThat(lake.read(TABLE).count()).isEqualTo(6);
  }

  @Test
  void anAppendAddsToWhatIsThere() {
    lake.append(TABLE, rows("a"));
    lake.append(TABLE, rows("b"));

    assertReadsAsDelta();
    assertThat(files().orElseThrow()).hasSizeGreaterThan(1);
    assertThat(lake.read(TABLE).count()).isEqualTo(6);
  }

  @Test
  void rowsThatAnotherCommitDeletedAreNotRead() {
    lake.overwrite(TABLE, rows("a", "b"));
    sql("delete from delta.`%s` where blocks = 1");

    assertReadsAsDelta();
    assertThat(lake.read(TABLE).where(col("blocks").equalTo(1)).count()).isZero();
  }

  @Test
  void rowsDeletedByAVectorBesideTheFileAreNotRead() {
    lake.overwrite(TABLE, rows("a", "b"));
    sql("alter table delta.`%s` set tblproperties ('delta.enableDeletionVectors' = 'true')");
    sql("delete from delta.`%s` where blocks = 1");

    assertReadsAsDelta();
    assertThat(lake.read(TABLE).where(col("blocks").equalTo(1)).count()).isZero();
  }

  @Test
  void aMergeThatLeavesVectorsBesideTheFilesIsReadWithThem() {
    lake.overwrite(TABLE, rows("a", "b"));
    sql("alter table delta.`%s` set tblproperties ('delta.enableDeletionVectors' = 'true')");
    rows("b", "c")
        .where("blocks is not null")
        .withColumn("blocks", col("blocks").plus(10))
        .createOrReplaceTempView("later");
    sql(
        "merge into delta.`%s` t using later on t.center = later.center and t.accession ="
            + " later.accession when matched then update set * when not matched then insert *");

    assertThat(files().orElseThrow()).anyMatch(Commit::hasVector);
    assertReadsAsDelta();
    assertThat(lake.read(TABLE).count()).isEqualTo(8);
    assertThat(lake.at(Map.of(TABLE.fullName(), 0L)).read(TABLE).count()).isEqualTo(6);
  }

  @Test
  void aTableWhoseChecksumIsGoneIsReadThroughDelta() throws IOException {
    lake.overwrite(TABLE, rows("a", "b"));
    lake.overwrite(TABLE, rows("c"));
    try (Stream<Path> log = Files.list(lake.path(TABLE).resolve("_delta_log"))) {
      for (Path file : log.filter(f -> f.toString().endsWith(".crc")).toList()) {
        Files.delete(file);
      }
    }

    assertThat(files()).isEmpty();
    assertThat(lake.bytes(TABLE)).isPositive();
    assertReadsAsDelta();
  }

  @Test
  void rowsKeptAtHandAreThoseOfTheNewestVersion() {
    List<Row> first = rows("a").collectAsList();
    lake.overwrite(TABLE, first);
    assertThat(lake.read(TABLE).collectAsList()).containsExactlyElementsOf(first);
    assertReadsAsDelta();

    Lake.open(spark, folder, "study").overwrite(TABLE, rows("b"));
    assertReadsAsDelta();
  }

  @Test
  void rowsOfTheDriverAreWrittenAndReadByPlansOfASessionOfTheirOwn() {
    spark.conf().set("spark.sql.codegen.wholeStage", true);
    List<Row> first = rows("a").collectAsList();
    lake.replace(TABLE, first, "center = 'a'", "center");
    lake.append(TABLE, rows("b").collectAsList());
    lake.replace(TABLE, row("a", "S-9", 9L).collectAsList(), "center = 'a'", "center");

    assertThat(lake.collect(TABLE).stream().map(Row::toString))
        .containsExactlyInAnyOrder("[a,S-9,9]", "[b,S-1,1]", "[b,S-2,2]", "[b,S-3,null]");
    assertThat(lake.collect(TABLE).get(0).<String>getAs("accession")).isNotNull();
    assertReadsAsDelta();
    assertThat(spark.conf().get("spark.sql.codegen.wholeStage")).isEqualTo("true");
    assertThat(lake.at(Map.of(TABLE.fullName(), 0L)).collect(TABLE)).hasSize(3);
  }

  @Test
  void aCommitTellsItsRowsAndTheSizeOfTheTable() {
    lake.overwrite(TABLE, rows("a", "b"));

    assertThat(lake.rowsOfLastCommit(TABLE)).hasValue(6);
    long bytes =
        spark
            .sql("describe detail delta.`%s`".formatted(lake.path(TABLE)))
            .select("sizeInBytes")
            .head()
            .getLong(0);
    assertThat(lake.bytes(TABLE)).isEqualTo(bytes);
  }

  @Test
  void whatWasSettledIsReadBackAndCleared() {
    Dataset<Row> settled = lake.settle("part", rows("a", "b"), "center");
    assertThat(settled.select("center", "accession", "blocks").collectAsList())
        .containsExactlyInAnyOrderElementsOf(rows("a", "b").collectAsList());

    lake.clearStaging();
    assertThat(folder.resolve("staging")).doesNotExist();
  }

  @Test
  void aTableKeepsItsPastForAsLongAsTheLakesHistory() {
    lake.overwrite(TABLE, rows("a"));

    assertThat(properties())
        .containsEntry("delta.logRetentionDuration", "interval 3650 days")
        .containsEntry("delta.deletedFileRetentionDuration", "interval 3650 days")
        .containsEntry("delta.enableExpiredLogCleanup", "false")
        .containsEntry("delta.dataSkippingNumIndexedCols", "0");
    assertThat(lake.version(TABLE)).hasValue(0);
  }

  @Test
  void aTableOfAnotherHistoryIsAlteredOnceAndThatIsSaid() {
    lake.overwrite(TABLE, rows("a"));
    List<String> said = new ArrayList<>();
    Lake shorter = Lake.open(spark, folder, "study", new LakeTerms(30, Set.of(), said::add));
    shorter.replace(TABLE, rows("b"), "center = 'b'");
    shorter.replace(TABLE, rows("c"), "center = 'c'");

    assertThat(properties())
        .containsEntry("delta.deletedFileRetentionDuration", "interval 30 days")
        .containsEntry("delta.logRetentionDuration", "interval 30 days");
    assertThat(said)
        .singleElement()
        .asString()
        .startsWith("silver/specimen is altered: ")
        .contains("delta.logRetentionDuration = interval 30 days");
    assertThat(lake.version(TABLE)).hasValue(3);
    assertReadsAsDelta();
  }

  private Map<String, String> properties() {
    return spark
        .sql("describe detail delta.`%s`".formatted(lake.path(TABLE)))
        .select("properties")
        .head()
        .getJavaMap(0);
  }

  private void assertReadsAsDelta() {
    Dataset<Row> delta = spark.read().format("delta").load(lake.path(TABLE).toString());
    assertThat(lake.read(TABLE).schema().asNullable()).isEqualTo(TABLE.schema().asNullable());
    assertThat(lake.read(TABLE).collectAsList())
        .containsExactlyInAnyOrderElementsOf(
            delta.select("center", "accession", "blocks").collectAsList());
  }

  private Optional<List<AddFile>> files() {
    return new Commit(lake.path(TABLE), lake.version(TABLE).getAsLong()).tableFiles();
  }

  private void withoutFilesInChecksums(Runnable writes) {
    String key = "spark.databricks.delta.allFilesInCrc.enabled";
    spark.conf().set(key, false);
    try {
      writes.run();
    } finally {
      spark.conf().unset(key);
    }
  }

  private void sql(String statement) {
    spark.sql(statement.formatted(lake.path(TABLE)));
  }
}
