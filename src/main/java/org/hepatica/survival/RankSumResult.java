package org.hepatica.survival;

import java.util.List;

/**
 * A rank-sum test.
 *
 * @param statistic Mann-Whitney U of the first group, R's W
 * @param z its standard deviate, after the continuity correction if asked for
 * @param pValue two-sided; 1 if nothing could be compared
 * @param n members of the two groups
 * @param warnings why nothing could be compared; empty as a rule
 */
public record RankSumResult(
    double statistic, double z, double pValue, List<Long> n, List<String> warnings) {

  /** Copies the lists. */
  public RankSumResult {
    n = List.copyOf(n);
    warnings = List.copyOf(warnings);
  }
}
