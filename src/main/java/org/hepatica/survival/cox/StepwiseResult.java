package org.hepatica.survival.cox;

import java.util.List;
import java.util.Optional;
import org.hepatica.survival.TestResult;

/**
 * A stepwise selection.
 *
 * @param criterion by what terms were judged
 * @param steps what was done, in order
 * @param kept the terms of the last model, in the order given
 * @param fit the last model
 * @param rounds what was weighed before each step, and before it was decided to take none
 */
public record StepwiseResult(
    SelectionCriterion criterion,
    List<Step> steps,
    List<Term> kept,
    CoxFit fit,
    List<Round> rounds) {

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
   * @param aic Akaike's criterion of the model after the step
   */
  public record Step(Action action, Term term, double value, double aic) {}

  /**
   * What could be done to a model.
   *
   * @param terms those in the model
   * @param aic Akaike's criterion of the model
   * @param moves in the order of the terms, those that leave first
   */
  public record Round(List<Term> terms, double aic, List<Move> moves) {

    /** Copies the lists. */
    public Round {
      terms = List.copyOf(terms);
      moves = List.copyOf(moves);
    }
  }

  /**
   * One thing that could be done.
   *
   * @param action to the term
   * @param term which
   * @param df coefficients by which the models differ
   * @param aic Akaike's criterion of the model after it; empty where terms leave by P, whose model
   *     is not fitted unless taken
   * @param test Wald's of the term; empty where the criterion is AIC, or nothing of the term can be
   *     estimated
   */
  public record Move(
      Action action, Term term, int df, Optional<Double> aic, Optional<TestResult> test) {}

  /** Copies the lists. */
  public StepwiseResult {
    steps = List.copyOf(steps);
    kept = List.copyOf(kept);
    rounds = List.copyOf(rounds);
  }
}
