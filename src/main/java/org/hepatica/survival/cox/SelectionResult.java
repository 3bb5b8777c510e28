package org.hepatica.survival.cox;

import java.util.List;

/**
 * A backward selection.
 *
 * @param steps the removals in order
 * @param kept the terms that stayed, in the order given
 * @param fit the model of these
 */
public record SelectionResult(List<SelectionStep> steps, List<Term> kept, CoxFit fit) {

  /** Copies the lists. */
  public SelectionResult {
    steps = List.copyOf(steps);
    kept = List.copyOf(kept);
  }
}
