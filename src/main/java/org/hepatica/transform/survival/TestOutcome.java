package org.hepatica.transform.survival;

import org.hepatica.survival.ContingencyResult;
import org.hepatica.survival.RankSumResult;

/**
 * A test as results name it.
 *
 * @param name which test; null when nothing could be compared
 * @param p its P value; null likewise
 */
record TestOutcome(String name, Double p) {

  /** Nothing to compare. */
  static final TestOutcome NONE = new TestOutcome(null, null);

  static TestOutcome of(ContingencyResult result) {
    if (result.chiSquared().isPresent() && result.chiSquared().get().df() == 0) {
      return NONE;
    }
    String name =
        switch (result.method()) {
          case CHI_SQUARED -> "chi-squared";
          case CHI_SQUARED_YATES -> "chi-squared, corrected";
          case FISHER -> "Fisher's exact";
        };
    return new TestOutcome(name, result.pValue());
  }

  static TestOutcome of(RankSumResult result) {
    return result.warnings().isEmpty() ? new TestOutcome("Wilcoxon", result.pValue()) : NONE;
  }
}
