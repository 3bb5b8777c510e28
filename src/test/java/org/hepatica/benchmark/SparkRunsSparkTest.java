package org.hepatica.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.hepatica.TestSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every task gives figures, and where R is there, R's. */
class SparkRunsSparkTest {

  @TempDir static Path folder;

  private static SurvivalTable table;

  @BeforeAll
  static void makeTable() throws IOException {
    table = new SurvivalTable(3000, 1, folder);
    table.writeParquet(TestSpark.session());
    PlainTable.of(table).write();
  }

  @ParameterizedTest
  @EnumSource
  void everyTaskIsRunAndGivesItsFigures(SurvivalTask task) {
    Observation seen = run(task, Contender.HEPATICA, 1);

    assertThat(seen.seconds()).hasSize(2);
    assertThat(seen.figures())
        .hasSize(
            switch (task) {
              case KM -> 24;
              case LOGRANK -> 5;
              case COX5 -> 12;
              case COX7, COX7_STRATA -> 16;
            });
  }

  @Test
  void runsThatWarmUpAreNotMeasured() {
    SparkRuns runs =
        SparkRuns.of(
            TestSpark.session(), SurvivalTask.LOGRANK, Contender.HEPATICA, table.parquet());

    assertThat(runs.measure(0.1, 2).seconds()).hasSize(3);
    assertThat(runs.measure(0.1, 0).seconds()).hasSize(1);
  }

  @Test
  void theBareModelHasNoConcordance() {
    Observation bare = run(SurvivalTask.COX5, Contender.HEPATICA_BARE, 0);

    assertThat(bare.figures()).hasSize(10).doesNotContainKey("concordance");
    assertThat(bare.remarks()).isEmpty();
  }

  @Test
  void aScanReadsAndHasNoFigure() {
    Observation seen = run(SurvivalTask.KM, Contender.SCAN, 0);

    assertThat(seen.seconds()).hasSize(1);
    assertThat(seen.warm()).isNull();
    assertThat(seen.figures()).isEmpty();
  }

  @Test
  void whatRunsInRIsRefused() {
    assertThatThrownBy(() -> run(SurvivalTask.KM, Contender.R_TYPED, 0))
        .hasMessage("r-typed does not run km on Spark");
    assertThatThrownBy(() -> run(SurvivalTask.KM, Contender.HEPATICA_BARE, 0))
        .hasMessage("hepatica-bare does not run km on Spark");
  }

  @ParameterizedTest
  @EnumSource
  void figuresAreRs(SurvivalTask task) throws IOException {
    Optional<RProgram> r = RProgram.find("Rscript");
    assumeTrue(r.isPresent(), "R with its survival package is not here");
    Observation ours = run(task, Contender.HEPATICA, 0);

    for (Contender contender : Contender.values()) {
      if (contender.isR() && contender.does(task)) {
        Observation theirs = r.get().observe(table, task, contender, new Runs(0, 1));
        assertThat(theirs.seconds()).hasSize(2);
        assertThat(theirs.figures()).hasSizeGreaterThanOrEqualTo(5);
        Agreement agreement = Agreement.of(ours.figures(), theirs.figures());
        assertThat(agreement.same()).as(agreement.toString()).isTrue();
      }
    }
  }

  private static Observation run(SurvivalTask task, Contender contender, int repeat) {
    return SparkRuns.of(TestSpark.session(), task, contender, table.parquet()).measure(0, repeat);
  }
}
