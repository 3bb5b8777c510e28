package org.hepatica.survival;

import java.util.List;
import java.util.Optional;

/**
 * A test of a contingency table.
 *
 * @param method the test that was used
 * @param chiSquared statistic and degrees of freedom; empty for Fisher's exact test
 * @param pValue two-sided
 * @param smallestExpected the smallest count expected under independence
 * @param warnings what makes the test mean less than it seems; empty as a rule
 */
public record ContingencyResult(
    ContingencyMethod method,
    Optional<TestResult> chiSquared,
    double pValue,
    double smallestExpected,
    List<String> warnings) {

  /** Copies the list. */
  public ContingencyResult {
    warnings = List.copyOf(warnings);
  }
}
