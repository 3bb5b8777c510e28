package org.hepatica.ml;

import java.util.List;
import org.hepatica.survival.LogRankResult;

/**
 * A test of whether groups share one hazard.
 *
 * @param groups as R names strata, in the order of the test's lists
 * @param test the log-rank test, or of its families
 * @param againstOthers of each group, the chi-squared of 1 degree of freedom of it against all
 *     others together: R's {@code (O-E)^2/V}
 * @param missing rows left out because a value was missing
 */
public record Comparison(
    List<String> groups, LogRankResult test, List<Double> againstOthers, long missing) {

  /** Copies the lists. */
  public Comparison {
    groups = List.copyOf(groups);
    againstOthers = List.copyOf(againstOthers);
  }
}
