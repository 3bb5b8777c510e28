package org.hepatica.survival.cox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums over subsets by recursion and by merging are those over all subsets one by one. */
class SubsetTotalsTest {

  private static final int SUBJECTS = 11;

  private final Random random = new Random(7);
  private final double[] eta = random.doubles(SUBJECTS, -3, 3).toArray();
  private final double[][] x = new double[SUBJECTS][];

  SubsetTotalsTest() {
    for (int i = 0; i < SUBJECTS; i++) {
      x[i] = random.doubles(2, -1, 4).toArray();
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "1, 5", "2, 0", "2, 1", "3, 4", "5, 2", "9, 5", "11, 6"})
  void mergedTotalsAreThoseOfAllSubsets(int deaths, int cut) {
    SubsetTotals all = totals(deaths, 0, cut).merge(totals(deaths, cut, SUBJECTS));

    double sum = 0;
    double[] mean = new double[2];
    double[][] square = new double[2][2];
    for (int subset = 0; subset < 1 << SUBJECTS; subset++) {
      if (Integer.bitCount(subset) == deaths) {
        double product = Math.exp(sumOf(subset, eta));
        double[] sums = {columnOf(subset, 0), columnOf(subset, 1)};
        sum += product;
        for (int j = 0; j < 2; j++) {
          mean[j] += product * sums[j];
          for (int k = 0; k < 2; k++) {
            square[j][k] += product * sums[j] * sums[k];
          }
        }
      }
    }
    assertThat(all.logSum()).isCloseTo(Math.log(sum), within(1e-12));
    for (int j = 0; j < 2; j++) {
      assertThat(all.mean()[j]).isCloseTo(mean[j] / sum, within(1e-12));
      for (int k = 0; k < 2; k++) {
        double variance = square[j][k] / sum - mean[j] / sum * mean[k] / sum;
        assertThat(all.variance()[j][k]).isCloseTo(variance, within(1e-10));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"-400", "400"})
  void aScaleAtWhichTheSumVanishesIsKnown(double logScale) {
    SubsetTotals totals = new SubsetTotals(2, logScale, new double[2]);
    for (int i = 0; i < SUBJECTS; i++) {
      totals.add(eta[i], x[i].clone(), 1);
    }

    assertThat(totals.isLost()).isTrue();
    assertThat(totals(2, 0, SUBJECTS).isLost()).isFalse();
  }

  private SubsetTotals totals(int deaths, int from, int to) {
    SubsetTotals totals = new SubsetTotals(deaths, -0.5, new double[] {1, 2});
    for (int i = from; i < to; i++) {
      totals.add(eta[i], x[i].clone(), 1);
    }
    return totals;
  }

  private double columnOf(int subset, int j) {
    double[] column = new double[SUBJECTS];
    for (int i = 0; i < SUBJECTS; i++) {
      column[i] = x[i][j];
    }
    return sumOf(subset, column);
  }

  private static double sumOf(int subset, double[] values) {
    double sum = 0;
    for (int i = 0; i < SUBJECTS; i++) {
      sum += (subset >> i & 1) * values[i];
    }
    return sum;
  }
}
