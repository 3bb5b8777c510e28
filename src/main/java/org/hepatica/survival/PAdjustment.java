package org.hepatica.survival;

import java.util.Comparator;
import java.util.stream.IntStream;

/** How P values of several tests are adjusted, as R's {@code p.adjust}. */
public enum PAdjustment {
  /** Not at all. */
  NONE {
    @Override
    double factor(int rank, int tests) {
      return 1;
    }
  },
  /** Family-wise error, each by the number of tests. */
  BONFERRONI {
    @Override
    double factor(int rank, int tests) {
      return tests;
    }
  },
  /** Family-wise error, step-down: Holm 1979, Scandinavian Journal of Statistics 6:65-70. */
  HOLM {
    @Override
    double factor(int rank, int tests) {
      return tests - rank;
    }
  },
  /** False discovery rate: Benjamini and Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x. */
  BENJAMINI_HOCHBERG {
    @Override
    double factor(int rank, int tests) {
      return tests / (rank + 1.0);
    }
  };

  /** What the P value of a rank, from 0 for the smallest, is multiplied by. */
  abstract double factor(int rank, int tests);

  /**
   * Adjusts P values.
   *
   * @param pValues of all tests, from 0 to 1
   * @return adjusted, in the same order, at most 1
   */
  public double[] adjust(double... pValues) {
    int tests = pValues.length;
    int[] order =
        IntStream.range(0, tests)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pValues[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[tests];
    // Step-down never falls below a smaller P value's; step-up never rises above a larger one's.
    double bound = this == BENJAMINI_HOCHBERG ? 1 : 0;
    for (int k = 0; k < tests; k++) {
      int rank = this == BENJAMINI_HOCHBERG ? tests - 1 - k : k;
      double value = Math.min(1, pValues[order[rank]] * factor(rank, tests));
      bound = this == BENJAMINI_HOCHBERG ? Math.min(bound, value) : Math.max(bound, value);
      adjusted[order[rank]] = bound;
    }
    return adjusted;
  }
}
