package org.hepatica.survival.competing;

import java.util.List;

/**
 * Gray's test: do groups share the cumulative incidence of a cause?
 *
 * <p>Groups are compared in the hazard of the subdistribution, in which a patient with another
 * event stays at risk: {@code R_g = n_g (1 - F_g(t-)) / S_g(t-)}, with S_g the Kaplan-Meier curve
 * of any event in group g. The score of a group is {@code sum over times of (1 - F(t-))^rho (d_g -
 * d R_g / sum R)}, F the cumulative incidence of all groups together; its covariance is in {@code
 * GraySums}. Scores and covariances add up over strata. As R's {@code cmprsk::cuminc}.
 *
 * <p>Gray 1988, doi:10.1214/aos/1176350951.
 */
public final class GrayTest {

  private static final GrayTest DEFAULTS = new GrayTest(0);

  private final double rho;

  private GrayTest(double rho) {
    this.rho = rho;
  }

  /** Every time weighs 1. */
  public static GrayTest withDefaults() {
    return DEFAULTS;
  }

  /**
   * The test with a weight {@code (1 - F)^rho}.
   *
   * @param newRho 0 for equal weights; above, early differences count more
   * @return the changed options
   * @throws IllegalArgumentException if rho is not finite
   */
  public GrayTest withRho(double newRho) {
    if (!Double.isFinite(newRho)) {
      throw new IllegalArgumentException("rho must be finite: " + newRho);
    }
    return new GrayTest(newRho);
  }

  /**
   * Compares groups.
   *
   * @param groups counts of each group; a group may be empty and is then left out
   * @param cause the cause compared, from 1
   * @return the test
   * @throws IllegalArgumentException if there is no group
   */
  public GrayResult test(List<CompetingCounts> groups, int cause) {
    return testStratified(List.of(groups), cause);
  }

  /**
   * Compares groups within strata.
   *
   * @param strata for each stratum the counts of each group, the same groups in the same order; a
   *     group without patients in a stratum is {@link CompetingCounts#empty}
   * @param cause the cause compared, from 1
   * @return the test
   * @throws IllegalArgumentException if there is no group, or strata differ in their number
   */
  public GrayResult testStratified(List<List<CompetingCounts>> strata, int cause) {
    int groups = strata.stream().mapToInt(List::size).max().orElse(0);
    if (groups == 0 || strata.stream().anyMatch(stratum -> stratum.size() != groups)) {
      throw new IllegalArgumentException(
          "each stratum needs the same groups, and at least one: "
              + strata.stream().map(List::size).toList());
    }
    GrayScores scores = new GrayScores(groups);
    strata.forEach(stratum -> scores.add(stratum, GraySums.of(stratum, cause, rho)));
    return scores.result(cause);
  }
}
