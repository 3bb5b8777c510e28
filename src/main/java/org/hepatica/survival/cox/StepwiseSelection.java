package org.hepatica.survival.cox;

import java.util.List;
import org.hepatica.survival.TestResult;

/**
 * Stepwise selection in a Cox model by P or by Akaike's criterion, in any direction.
 *
 * <p>By AIC, at each step that model is taken whose AIC is smallest among all that differ by one
 * term, as R's {@code step}. By P the term with the largest Wald P leaves while it is at least the
 * threshold; if none leaves, the one with the smallest P in its enlarged model enters while that is
 * below the threshold. A model is never visited twice. A term marginal to another in the model does
 * not leave, and an interaction enters after what it is made of, as in R's {@code step}.
 */
public final class StepwiseSelection {

  private final SelectionCriterion criterion;
  private final SelectionDirection direction;
  private final double threshold;
  private final CoxRegression regression;

  private StepwiseSelection(
      SelectionCriterion criterion,
      SelectionDirection direction,
      double threshold,
      CoxRegression regression) {
    this.criterion = criterion;
    this.direction = direction;
    this.threshold = threshold;
    this.regression = regression;
  }

  /** Backward by AIC; where P is asked for, at 0.05; in a Cox regression with its defaults. */
  public static StepwiseSelection withDefaults() {
    return new StepwiseSelection(
        SelectionCriterion.AIC, SelectionDirection.BACKWARD, 0.05, CoxRegression.withDefaults());
  }

  /** The same by another criterion. */
  public StepwiseSelection with(SelectionCriterion newCriterion) {
    return new StepwiseSelection(newCriterion, direction, threshold, regression);
  }

  /** The same in another direction. */
  public StepwiseSelection with(SelectionDirection newDirection) {
    return new StepwiseSelection(criterion, newDirection, threshold, regression);
  }

  /** The same with another regression. */
  public StepwiseSelection with(CoxRegression newRegression) {
    return new StepwiseSelection(criterion, direction, threshold, newRegression);
  }

  /**
   * The same with another threshold of P.
   *
   * @param newThreshold terms of this P or more are out, in (0, 1]
   * @return the changed options
   * @throws IllegalArgumentException if outside (0, 1]
   */
  public StepwiseSelection withThreshold(double newThreshold) {
    if (!(newThreshold > 0 && newThreshold <= 1)) {
      throw new IllegalArgumentException("a P threshold lies in (0, 1]: " + newThreshold);
    }
    return new StepwiseSelection(criterion, direction, newThreshold, regression);
  }

  /** The regression that fits each model. */
  public CoxRegression regression() {
    return regression;
  }

  /** By what terms are judged. */
  public SelectionCriterion criterion() {
    return criterion;
  }

  /**
   * Selects.
   *
   * @param data complete cases of all the terms
   * @param terms the terms to choose from
   * @return what entered and left, what stayed, and the last fit
   * @throws IllegalArgumentException if a term names a column the data has not, or two terms share
   *     a column
   */
  public StepwiseResult select(CoxData data, List<Term> terms) {
    return new StepwiseSearch(
            columns -> regression.fit(data.select(columns)), terms, direction, threshold)
        .by(criterion);
  }

  /**
   * Selects from data held elsewhere.
   *
   * @param source of complete cases of all the terms
   * @param terms the terms to choose from, in the order of their columns
   * @return what entered and left, what stayed, and the last fit
   * @throws IllegalArgumentException if a term names a column the data has not
   */
  public StepwiseResult select(CoxSource source, List<Term> terms) {
    return new StepwiseSearch(
            columns -> regression.fit(ColumnSubset.of(source, columns), new double[columns.size()]),
            terms,
            direction,
            threshold)
        .by(criterion);
  }

  /** P of a term; above 1 if nothing of it can be estimated, 0 if it runs to infinity. */
  static double pValue(CoxFit fit, Term term) {
    if (term.columns().stream().anyMatch(c -> fit.coefficient(c).status().isInfinite())) {
      return 0;
    }
    return fit.waldTest(term.columns()).map(TestResult::pValue).orElse(2.0);
  }
}
