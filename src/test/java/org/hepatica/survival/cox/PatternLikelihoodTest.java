package org.hepatica.survival.cox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Set by set the likelihood is what it is row by row. */
class PatternLikelihoodTest {

  private static final int N = 600;

  @ParameterizedTest
  @CsvSource({
    "EFRON,   1, 0,    0",
    "EFRON,   2, 0.4,  -1.2",
    "BRESLOW, 3, 0.4,  -1.2",
    "EFRON,   4, 12,   30",
    "EFRON,   5, 60,   -90",
    "BRESLOW, 6, -400, 300",
  })
  void patternsGiveTheDerivativesOfRows(Ties ties, long seed, double first, double second) {
    CoxData data = counted(seed);
    ColumnScale scale = new ColumnScale(data);
    int[] kept = {0, 2};
    double[] beta = {first, second};

    CoxDerivatives rows = new CoxLikelihood(new CoxRows(data, kept, scale), ties).at(beta);
    CoxDerivatives patterns = PatternLikelihood.of(data, kept, scale, ties).orElseThrow().at(beta);

    assertClose(patterns.logLikelihood(), rows.logLikelihood());
    double size = N;
    for (int j = 0; j < beta.length; j++) {
      assertThat(patterns.gradient()[j]).isCloseTo(rows.gradient()[j], within(1e-11 * size));
      for (int k = 0; k < beta.length; k++) {
        assertThat(patterns.information()[j][k])
            .isCloseTo(rows.information()[j][k], within(1e-11 * size));
      }
    }
  }

  @Test
  void rowsOfTheirOwnAreNoPatterns() {
    CoxData data = counted(7);
    double[] offset = new double[N];
    for (int i = 0; i < N; i++) {
      offset[i] = i;
    }

    assertThat(RowPatterns.of(data)).map(RowPatterns::size).contains(2 * 3 * 2);
    assertThat(RowPatterns.of(data.withOffset(offset))).isEmpty();
  }

  @Test
  void lateEntriesAndExactTiesAreLeftToOthers() {
    CoxData data = counted(8);
    ColumnScale scale = new ColumnScale(data);
    int[] kept = {0};

    Optional<CoxObjective> exact = PatternLikelihood.of(data, kept, scale, Ties.EXACT);
    CoxData late = data.withEntry(new double[N]);

    assertThat(exact).isEmpty();
    assertThat(PatternLikelihood.of(late, kept, scale, Ties.EFRON)).isEmpty();
  }

  private static void assertClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
  }

  /** Strata, weights, frequencies that may be 0, and an offset of two values. */
  private static CoxData counted(long seed) {
    Random random = new Random(seed);
    double[] time = new double[N];
    boolean[] event = new boolean[N];
    double[][] x = new double[N][];
    long[] frequency = new long[N];
    double[] weight = new double[N];
    double[] offset = new double[N];
    int[] stratum = new int[N];
    for (int i = 0; i < N; i++) {
      double level = 1e6 + random.nextInt(3);
      x[i] = new double[] {random.nextInt(2), level, level};
      time[i] = 1 + random.nextInt(40);
      event[i] = random.nextDouble() < 0.6;
      frequency[i] = random.nextInt(4);
      weight[i] = 0.25 + random.nextInt(3);
      offset[i] = 5 + random.nextInt(2);
      stratum[i] = random.nextInt(3);
    }
    return CoxData.of(time, event, x, List.of("a", "b", "c"))
        .withFrequency(frequency)
        .withWeight(weight)
        .withOffset(offset)
        .withStratum(stratum);
  }
}
