package org.hepatica.survival;

import java.util.List;

/**
 * A log-rank test, as R's {@code survdiff}.
 *
 * @param statistic chi-squared
 * @param df groups with an expected event, less one; fewer if some were never at risk together
 * @param pValue upper tail; 1 at 0 degrees of freedom
 * @param n patients a group
 * @param observed events a group, weighted by S^rho
 * @param expected expected events a group, weighted alike, summed over strata
 * @param variances of observed less expected, a group: the diagonal of R's {@code var}
 * @param warnings what makes the test mean less than it seems, in words; empty as a rule
 */
public record LogRankResult(
    double statistic,
    int df,
    double pValue,
    List<Long> n,
    List<Double> observed,
    List<Double> expected,
    List<Double> variances,
    List<String> warnings) {

  /** Copies the lists. */
  public LogRankResult {
    n = List.copyOf(n);
    observed = List.copyOf(observed);
    expected = List.copyOf(expected);
    variances = List.copyOf(variances);
    warnings = List.copyOf(warnings);
  }
}
