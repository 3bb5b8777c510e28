package org.hepatica.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Observed, expected and their covariance, added up over event times and strata.
 *
 * <p>The covariance of thousands of groups is larger than a processor's memory of its own: event
 * times wait and enter it some at a time, row by row.
 */
final class LogRankSums {

  private static final double SINGULAR = 1e-12;
  private static final int MOST_GROUPS = 10_000;
  private static final int WAITING = 32;

  private final int groups;
  private final double early;
  private final double late;
  private final long[] n;
  private final double[] observed;
  private final double[] expected;
  private final double[][] variance;
  private final double[] spreads = new double[WAITING];
  private final double[][] shares = new double[WAITING][];
  private int waiting;
  private boolean negativeTimes;

  /**
   * @throws IllegalArgumentException if there are more groups than a covariance has room for
   */
  LogRankSums(int groups, double early, double late) {
    if (groups > MOST_GROUPS) {
      throw new IllegalArgumentException(
          "%d groups: at most %d are compared; join some, or compare others within them as strata()"
              .formatted(groups, MOST_GROUPS));
    }
    this.groups = groups;
    this.early = early;
    this.late = late;
    n = new long[groups];
    observed = new double[groups];
    expected = new double[groups];
    variance = new double[groups][];
    Arrays.setAll(variance, g -> new double[g + 1]);
    Arrays.setAll(shares, t -> new double[groups]);
  }

  /** Adds one stratum. */
  void add(List<SurvivalCounts> stratum) {
    SurvivalCounts.Builder together = SurvivalCounts.builder();
    stratum.forEach(together::addAll);
    SurvivalCounts pooled = together.build();
    long[] risk = stratum.stream().mapToLong(SurvivalCounts::n).toArray();
    Arrays.setAll(n, g -> n[g] + risk[g]);
    int[] next = new int[groups];
    negativeTimes |= pooled.size() > 0 && pooled.time(0) < 0;
    long atRisk = pooled.n();
    double survival = 1;
    for (int i = 0; i < pooled.size(); i++) {
      long d = pooled.events(i);
      double weight = Math.pow(survival, early) * Math.pow(1 - survival, late);
      addTime(d, atRisk, risk, weight);
      survival *= (double) (atRisk - d) / atRisk;
      atRisk -= d + pooled.censored(i);
      for (int g = 0; g < groups; g++) {
        SurvivalCounts group = stratum.get(g);
        if (next[g] < group.size() && group.time(next[g]) == pooled.time(i)) {
          observed[g] += weight * group.events(next[g]);
          risk[g] -= group.events(next[g]) + group.censored(next[g]);
          next[g]++;
        }
      }
    }
  }

  private void addTime(long d, double atRisk, long[] risk, double weight) {
    if (d == 0) {
      return;
    }
    // With one patient left the hypergeometric variance is 0, not 0/0.
    spreads[waiting] = atRisk > 1 ? weight * weight * d * (atRisk - d) / (atRisk - 1) : 0;
    double[] share = shares[waiting];
    for (int g = 0; g < groups; g++) {
      share[g] = risk[g] / atRisk;
      expected[g] += weight * d * share[g];
    }
    if (++waiting == WAITING) {
      spread();
    }
  }

  /** Adds the waiting times to the covariance, of which the lower triangle is kept. */
  private void spread() {
    for (int g = 0; g < groups; g++) {
      double[] row = variance[g];
      for (int t = 0; t < waiting; t++) {
        double[] share = shares[t];
        double own = spreads[t] * share[g];
        row[g] += own;
        for (int h = 0; own != 0 && h <= g; h++) {
          row[h] -= own * share[h];
        }
      }
    }
    waiting = 0;
  }

  LogRankResult result() {
    spread();
    int[] compared = IntStream.range(0, groups).filter(g -> expected[g] > 0).skip(1).toArray();
    // The covariance is singular over all groups: the first of those compared is left out.
    double[] excess = IntStream.of(compared).mapToDouble(g -> observed[g] - expected[g]).toArray();
    Cholesky decomposed = new Cholesky(block(compared), SINGULAR);
    int df = decomposed.rank();
    TestResult test = TestResult.ofChiSquared(decomposed.quadraticForm(excess), df);
    return new LogRankResult(
        test.statistic(),
        df,
        test.pValue(),
        Arrays.stream(n).boxed().toList(),
        Arrays.stream(observed).boxed().toList(),
        Arrays.stream(expected).boxed().toList(),
        IntStream.range(0, groups).mapToObj(g -> variance[g][g]).toList(),
        warnings(df, compared.length));
  }

  TestResult trend(double[] scores) {
    spread();
    // Scores from their mean: a common shift must not cost digits.
    double mean = Arrays.stream(scores).average().orElseThrow();
    double excess = 0;
    double spread = 0;
    double scale = 0;
    for (int g = 0; g < groups; g++) {
      double score = scores[g] - mean;
      excess += score * (observed[g] - expected[g]);
      scale += score * score * variance[g][g];
      for (int h = 0; h < groups; h++) {
        spread += score * covariance(g, h) * (scores[h] - mean);
      }
    }
    return spread > SINGULAR * scale
        ? TestResult.ofChiSquared(excess * excess / spread, 1)
        : TestResult.ofChiSquared(0, 0);
  }

  private double covariance(int g, int h) {
    return g >= h ? variance[g][h] : variance[h][g];
  }

  private double[][] block(int[] compared) {
    double[][] block = new double[compared.length][compared.length];
    for (int i = 0; i < compared.length; i++) {
      for (int j = 0; j < compared.length; j++) {
        block[i][j] = covariance(compared[i], compared[j]);
      }
    }
    return block;
  }

  private List<String> warnings(int df, int contrasts) {
    List<String> warnings = new ArrayList<>();
    if (negativeTimes) {
      warnings.add(FollowUpTimes.BEFORE_ZERO);
    }
    for (int g = 0; g < groups; g++) {
      if (n[g] == 0) {
        warnings.add("group " + (g + 1) + " has no patients");
      } else if (expected[g] == 0) {
        warnings.add("group " + (g + 1) + " was never at risk at an event and is left out");
      }
    }
    if (df == 0) {
      warnings.add("no two groups were at risk together at an event: nothing is compared");
    } else if (df < contrasts) {
      warnings.add("some groups were never at risk together: fewer degrees of freedom");
    }
    return warnings;
  }
}
