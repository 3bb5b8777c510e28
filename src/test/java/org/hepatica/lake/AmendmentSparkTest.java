package org.hepatica.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hepatica.lake.Specimens.TABLE;
import static org.hepatica.lake.Specimens.row;
import static org.hepatica.lake.Specimens.rows;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.hepatica.TestSpark;
import org.hepatica.table.TableDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a table is amended, the rows are the same, and so is what its feed tells. */
class AmendmentSparkTest {

  private static final TableDefinition OTHER = Specimens.named("slide");

  /** A centre whose folder's name is escaped. */
  private static final String ESCAPED = "a o/b=1%";

  private static final List<String> KEY = List.of("center", "accession");

  @TempDir private Path folder;
  private final SparkSession spark = TestSpark.session();

  @Test
  void anAmendmentGivesTheSameRowsWhetherItMergesOrWritesThePartAnew() {
    for (long mergedFrom : new long[] {0, Long.MAX_VALUE}) {
      Path root = folder.resolve("from-" + mergedFrom);
      Lake own = lake(root, mergedFrom);
      own.replace(TABLE, rows("a", "b"), "center in ('a', 'b')", "center");
      List<String> key = List.of("center", "accession");
      own.amend(
          Amendment.of(
                  TABLE,
                  key,
                  rows("a").where("accession <> 'S-2'").select("center", "accession"),
                  row("a", "S-1", 9L))
              .within("center in ('a')", "center"));
      own.amend(
          Amendment.of(
                  TABLE,
                  key,
                  rows("b").where("accession = 'S-3'").withColumn("blocks", lit(7L)),
                  row("b", "S-4", 4L))
              .within("center in ('b')", "center")
              .changing("blocks"));

      assertThat(own.read(TABLE).collectAsList())
          .containsExactlyInAnyOrder(
              RowFactory.create("a", "S-1", 9L),
              RowFactory.create("a", "S-2", 2L),
              RowFactory.create("b", "S-1", 1L),
              RowFactory.create("b", "S-2", 2L),
              RowFactory.create("b", "S-3", 7L),
              RowFactory.create("b", "S-4", 4L));
      assertThat(own.changes(TABLE, 0).rows().count()).isEqualTo(mergedFrom == 0 ? 6 : 12);
      assertThat(own.rowsOfLastCommit(TABLE)).hasValue(mergedFrom == 0 ? 2 : 4);
    }
  }

  @Test
  void anAmendmentOfALargeTableIsOneCommitThatTellsTheFeedWhatWentAndCame() {
    Lake own =
        Lake.open(
            spark, folder.resolve("large"), "study", new LakeTerms(3650, Set.of(), line -> {}, 0));
    own.replace(TABLE, rows("a", "b"), "center in ('a', 'b')", "center");
    List<String> key = List.of("center", "accession");
    own.amend(
        Amendment.of(TABLE, key, rows("a").where("accession = 'S-1'"), row("a", "S-1", 9L))
            .within("center in ('a')", "center"));
    long before = own.version(TABLE).getAsLong();

    own.amend(
        Amendment.of(
                TABLE,
                key,
                rows("a", "b").where("accession = 'S-1'").withColumn("blocks", lit(7L)),
                row("b", "S-4", 4L))
            .within("center in ('a', 'b')", "center")
            .changing("blocks"));

    assertThat(own.version(TABLE)).hasValue(before + 1);
    assertThat(own.changes(TABLE, before).rows().collectAsList())
        .containsExactlyInAnyOrder(
            RowFactory.create("a", "S-1", 9L, -1),
            RowFactory.create("a", "S-1", 7L, 1),
            RowFactory.create("b", "S-1", 1L, -1),
            RowFactory.create("b", "S-1", 7L, 1),
            RowFactory.create("b", "S-4", 4L, 1));
    assertThat(own.read(TABLE).where("accession = 'S-1'").collectAsList())
        .containsExactlyInAnyOrder(
            RowFactory.create("a", "S-1", 7L), RowFactory.create("b", "S-1", 7L));
    assertThat(own.read(TABLE).count()).isEqualTo(7);
  }

  /** Also where files have no statistics, and where Delta has to list them. */
  @ParameterizedTest
  @CsvSource({"true, true", "true, false", "false, true"})
  void tablesAreAmendedTogether(boolean counted, boolean told) {
    spark.conf().set("spark.databricks.delta.stats.collect", counted);
    spark.conf().set("spark.databricks.delta.allFilesInCrc.enabled", told);
    try {
      Lake own = lake(folder, 0);
      own.replace(TABLE, rows(ESCAPED, "b"), "center in ('a o/b=1%', 'b')", "center");
      own.overwrite(OTHER, rows(ESCAPED, "b"));
      // Twice: vectors come upon vectors, and then nothing is left of a file.
      for (String gone : List.of("accession = 'S-1'", "accession in ('S-2', 'S-3')")) {
        List<Runnable> commits = own.amending(amendments(gone));
        assertThat(own.read(TABLE).where(col("center").equalTo(ESCAPED)).where(gone).isEmpty())
            .isFalse();
        commits.forEach(Runnable::run);
      }

      for (TableDefinition table : List.of(TABLE, OTHER)) {
        assertThat(own.read(table).collectAsList())
            .containsExactlyInAnyOrder(
                RowFactory.create(ESCAPED, "N-1", 1L),
                RowFactory.create(ESCAPED, "N-1", 1L),
                RowFactory.create("b", "S-1", 1L),
                RowFactory.create("b", "S-2", 2L),
                RowFactory.create("b", "S-3", null));
        assertThat(spark.read().format("delta").load(own.path(table).toString()).count())
            .isEqualTo(5);
        assertThat(own.changes(table, 0).rows().count()).isEqualTo(3 + 2);
      }
    } finally {
      spark.conf().set("spark.databricks.delta.stats.collect", true);
      spark.conf().unset("spark.databricks.delta.allFilesInCrc.enabled");
    }
  }

  /** Of the first centre rows go that are known, from both tables; one comes to each. */
  private List<Amendment> amendments(String gone) {
    Dataset<Row> named = rows(ESCAPED).where(gone).select("center", "accession");
    return Stream.of(TABLE, OTHER)
        .map(
            table ->
                Amendment.of(table, KEY, named, row(ESCAPED, "N-1", 1L))
                    .knowing(rows(ESCAPED).where(gone))
                    .within("center in ('a o/b=1%')", "center"))
        .toList();
  }

  private Lake lake(Path root, long mergedFrom) {
    return Lake.open(spark, root, "study", new LakeTerms(3650, Set.of(), line -> {}, mergedFrom));
  }
}
