package org.hepatica.survival.competing;

import java.util.List;
import java.util.Optional;
import org.hepatica.survival.TestResult;

/**
 * Gray's test of a cause, as R's {@code cuminc}.
 *
 * @param cause the cause compared
 * @param test chi-squared, of groups with patients less one; empty where nothing is compared, or as
 *     in R where the covariance of the scores is singular
 * @param n patients a group
 * @param events events of the cause a group
 * @param warnings why there is no test, or what it left out, in words; empty as a rule
 */
public record GrayResult(
    int cause, Optional<TestResult> test, List<Long> n, List<Long> events, List<String> warnings) {

  /** Copies the lists. */
  public GrayResult {
    n = List.copyOf(n);
    events = List.copyOf(events);
    warnings = List.copyOf(warnings);
  }
}
