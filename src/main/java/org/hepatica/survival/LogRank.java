package org.hepatica.survival;

import java.util.List;

/**
 * The log-rank test and the G-rho family: do groups share one hazard?
 *
 * <p>At each event time with {@code d} events among {@code n} at risk, {@code n_g} of them in group
 * g, the group expects {@code d n_g / n} events, with the hypergeometric covariance {@code d (n -
 * d) / (n - 1) * (n_g / n) (delta_gh - n_h / n)}. Each time weighs {@code S(t-)^rho}, S the
 * Kaplan-Meier estimate of all groups together in the stratum. Sums run over times and strata;
 * {@code (O - E)' V^-1 (O - E)} is chi-squared. As R's {@code survdiff}.
 *
 * <p>Harrington and Fleming 1982, doi:10.1093/biomet/69.3.553.
 */
public final class LogRank {

  private static final LogRank DEFAULTS = new LogRank(0);

  private final double rho;

  private LogRank(double rho) {
    this.rho = rho;
  }

  /** The log-rank test, rho = 0. */
  public static LogRank withDefaults() {
    return DEFAULTS;
  }

  /**
   * The test of the G-rho family with a weight {@code S^rho}.
   *
   * @param newRho 0 for the log-rank test, 1 for the Peto-Peto modification of Gehan and Wilcoxon
   * @return the changed options
   * @throws IllegalArgumentException if rho is not finite
   */
  public LogRank withRho(double newRho) {
    if (!Double.isFinite(newRho)) {
      throw new IllegalArgumentException("rho must be finite: " + newRho);
    }
    return new LogRank(newRho);
  }

  /**
   * Compares groups.
   *
   * @param groups counts of each group, at least one; a group may be empty
   * @return the test
   * @throws IllegalArgumentException if there is no group
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
   * @throws IllegalArgumentException if there is no group, or strata differ in their number
   */
  public LogRankResult testStratified(List<List<SurvivalCounts>> strata) {
    int groups = strata.stream().mapToInt(List::size).max().orElse(0);
    if (groups == 0 || strata.stream().anyMatch(stratum -> stratum.size() != groups)) {
      throw new IllegalArgumentException(
          "each stratum needs the same groups, and at least one: "
              + strata.stream().map(List::size).toList());
    }
    LogRankSums sums = new LogRankSums(groups, rho);
    strata.forEach(sums::add);
    return sums.result();
  }
}
