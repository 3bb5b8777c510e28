package org.hepatica.survival.cox;

import java.util.List;

/**
 * A stepwise selection.
 *
 * @param steps what was done, in order
 * @param kept the terms of the last model, in the order given
 * @param fit the last model
 */
public record StepwiseResult(List<Step> steps, List<Term> kept, CoxFit fit) {

  /** What a step did to a term. */
  public enum Action {
    /** The term entered. */
    ENTERED,
    /** The term left. */
    LEFT
  }

  /**
   * A step.
   *
   * @param action what it did
   * @param term to which term
   * @param value the P or the AIC that decided: P of the term, AIC of the model after the step
   */
  public record Step(Action action, Term term, double value) {}

  /** Copies the lists. */
  public StepwiseResult {
    steps = List.copyOf(steps);
    kept = List.copyOf(kept);
  }
}
