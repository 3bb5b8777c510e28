package org.hepatica.survival.cox;

import java.util.List;
import org.hepatica.survival.TestResult;

/**
 * Tests of proportional hazards.
 *
 * @param terms one a term of which something was estimated, in order
 * @param global of all terms together
 */
public record ProportionalHazardsResult(List<TermTest> terms, TestResult global) {

  /**
   * The test of a term.
   *
   * @param term its name
   * @param test df the number of its coefficients
   */
  public record TermTest(String term, TestResult test) {}

  /** Copies the list. */
  public ProportionalHazardsResult {
    terms = List.copyOf(terms);
  }
}
