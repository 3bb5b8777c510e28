package org.hepatica.survival;

import java.util.Arrays;
import java.util.List;

/**
 * The log-rank test and its weighted families: do groups share one hazard?
 *
 * <p>At each event time with {@code d} events among {@code n} at risk, {@code n_g} of them in group
 * g, the group expects {@code d n_g / n} events, with the hypergeometric covariance {@code d (n -
 * d) / (n - 1) * (n_g / n) (delta_gh - n_h / n)}. Each time weighs {@code S(t-)^p (1 - S(t-))^q}, S
 * the Kaplan-Meier estimate of all groups together in the stratum. Sums run over times and strata;
 * {@code (O - E)' V^-1 (O - E)} is chi-squared. With q = 0 as R's {@code survdiff}, which like this
 * does not take left-truncated data.
 *
 * <p>For ordered groups with scores c, {@code (c' (O - E))^2 / c' V c} is chi-squared of 1 degree
 * of freedom: the test for trend (Tarone 1975, doi:10.1093/biomet/62.3.679).
 *
 * <p>Harrington and Fleming 1982, doi:10.1093/biomet/69.3.553; Fleming and Harrington 1991,
 * Counting Processes and Survival Analysis, chapter 7.
 */
public final class LogRank {

  private static final LogRank DEFAULTS = new LogRank(0, 0);

  private final double early;
  private final double late;

  private LogRank(double early, double late) {
    this.early = early;
    this.late = late;
  }

  /** The log-rank test: every time weighs 1. */
  public static LogRank withDefaults() {
    return DEFAULTS;
  }

  /**
   * The test of the G-rho family with a weight {@code S^rho}.
   *
   * @param rho 0 for the log-rank test, 1 for the Peto-Peto modification of Gehan and Wilcoxon
   * @return the changed options
   * @throws IllegalArgumentException if rho is not finite
   */
  public LogRank withRho(double rho) {
    if (!Double.isFinite(rho)) {
      throw new IllegalArgumentException("rho must be finite: " + rho);
    }
    return new LogRank(rho, 0);
  }

  /**
   * The test of Fleming and Harrington with a weight {@code S^p (1 - S)^q}.
   *
   * @param p at least 0; the larger, the more early differences count
   * @param q at least 0; the larger, the more late differences count
   * @return the changed options
   * @throws IllegalArgumentException if p or q is negative or not finite
   */
  public LogRank withFlemingHarrington(double p, double q) {
    if (!(p >= 0 && q >= 0) || Double.isInfinite(p + q)) {
      throw new IllegalArgumentException("p and q are finite and at least 0: " + p + ", " + q);
    }
    return new LogRank(p, q);
  }

  /**
   * Compares groups.
   *
   * @param groups counts of each group, at least one; a group may be empty
   * @return the test
   * @throws IllegalArgumentException if there is no group, or a group is left-truncated
   */
  public LogRankResult test(List<SurvivalCounts> groups) {
    return testStratified(List.of(groups));
  }

  /**
   * Compares groups within strata.
   *
   * @param strata for each stratum the counts of each group, the same groups in the same order; a
   *     group without patients in a stratum is {@link SurvivalCounts#empty}
   * @return the test
   * @throws IllegalArgumentException if there is no group, strata differ in their number, or a
   *     group is left-truncated
   */
  public LogRankResult testStratified(List<List<SurvivalCounts>> strata) {
    return sums(strata).result();
  }

  /**
   * Tests for a trend over ordered groups within strata.
   *
   * @param strata as in {@link #testStratified}; a list of one for no strata
   * @param scores one for each group, such as 1, 2, 3; their origin and unit do not matter
   * @return chi-squared of 1 degree of freedom; of 0, with P 1, if groups at risk together share a
   *     score
   * @throws IllegalArgumentException as {@link #testStratified}, or if scores are not one finite
   *     number a group
   */
  public TestResult testTrend(List<List<SurvivalCounts>> strata, double... scores) {
    LogRankSums sums = sums(strata);
    if (scores.length != strata.get(0).size()
        || !Arrays.stream(scores).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "one finite score for each of " + strata.get(0).size() + " groups");
    }
    return sums.trend(scores);
  }

  private LogRankSums sums(List<List<SurvivalCounts>> strata) {
    int groups = strata.stream().mapToInt(List::size).max().orElse(0);
    if (groups == 0 || strata.stream().anyMatch(stratum -> stratum.size() != groups)) {
      throw new IllegalArgumentException(
          "each stratum needs the same groups, and at least one: "
              + strata.stream().map(List::size).toList());
    }
    if (strata.stream().flatMap(List::stream).anyMatch(SurvivalCounts::isTruncated)) {
      throw new IllegalArgumentException(
          "log-rank tests take right-censored data only, as R's survdiff: for left-truncated data"
              + " take the score test of a Cox model");
    }
    LogRankSums sums = new LogRankSums(groups, early, late);
    strata.forEach(sums::add);
    return sums;
  }
}
