package org.hepatica.ml;

import java.util.List;
import org.hepatica.survival.LogRankResult;

/**
 * A test of whether groups share one hazard.
 *
 * @param groups as R names strata, in the order of the test's lists
 * @param test the log-rank test, or of its families
 * @param missing rows left out because a value was missing
 */
public record Comparison(List<String> groups, LogRankResult test, long missing) {

  /** Copies the list. */
  public Comparison {
    groups = List.copyOf(groups);
  }
}
