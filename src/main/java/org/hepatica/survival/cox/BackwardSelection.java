package org.hepatica.survival.cox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Backward selection in a Cox model: while a term has a Wald P of at least the threshold, the one
 * with the largest leaves and the rest is fitted again.
 *
 * <p>A term of which nothing can be estimated (constant, collinear) leaves first. A term that runs
 * to infinity stays, with the warning of the fit: its Wald P is meaningless, its effect is not.
 */
public final class BackwardSelection {

  private static final BackwardSelection DEFAULTS =
      new BackwardSelection(0.05, CoxRegression.withDefaults());

  private final double threshold;
  private final CoxRegression regression;

  private BackwardSelection(double threshold, CoxRegression regression) {
    this.threshold = threshold;
    this.regression = regression;
  }

  /** Terms leave at P of 0.05 or more, in a Cox regression with its defaults. */
  public static BackwardSelection withDefaults() {
    return DEFAULTS;
  }

  /**
   * The same with another threshold.
   *
   * @param newThreshold smallest P at which a term leaves, in (0, 1]
   * @return the changed options
   * @throws IllegalArgumentException if outside (0, 1]
   */
  public BackwardSelection withThreshold(double newThreshold) {
    if (!(newThreshold > 0 && newThreshold <= 1)) {
      throw new IllegalArgumentException("a P threshold lies in (0, 1]: " + newThreshold);
    }
    return new BackwardSelection(newThreshold, regression);
  }

  /** The same with another regression. */
  public BackwardSelection with(CoxRegression newRegression) {
    return new BackwardSelection(threshold, newRegression);
  }

  /**
   * Selects.
   *
   * @param data complete cases of all the terms
   * @param terms the terms of the starting model
   * @return what left, what stayed, and the last fit
   * @throws IllegalArgumentException if a term names a column the data has not, or two terms share
   *     a column
   */
  public SelectionResult select(CoxData data, List<Term> terms) {
    return select(names -> regression.fit(data.select(names)), terms);
  }

  /**
   * Selects among columns of data held elsewhere.
   *
   * @param source complete cases of all the terms
   * @param terms the terms of the starting model
   * @return what left, what stayed, and the last fit
   * @throws IllegalArgumentException if a term names a column the data has not
   */
  public SelectionResult select(CoxSource source, List<Term> terms) {
    return select(
        names -> {
          CoxSource some = ColumnSubset.of(source, names);
          return regression.fit(some, new double[names.size()]);
        },
        terms);
  }

  private SelectionResult select(Function<List<String>, CoxFit> fits, List<Term> terms) {
    List<Term> kept = new ArrayList<>(terms);
    List<SelectionStep> steps = new ArrayList<>();
    while (true) {
      CoxFit fit = fits.apply(kept.stream().flatMap(term -> term.columns().stream()).toList());
      Optional<Term> leaving = weakest(fit, kept);
      if (leaving.isEmpty()) {
        return new SelectionResult(steps, kept, fit);
      }
      Term term = leaving.get();
      steps.add(new SelectionStep(term, fit.waldTest(term.columns()), fit.n(), fit.events()));
      kept.remove(term);
    }
  }

  private Optional<Term> weakest(CoxFit fit, List<Term> terms) {
    Optional<Term> weakest = Optional.empty();
    double largest = 0;
    for (Term term : terms) {
      double p = StepwiseSelection.pValue(fit, term);
      if (p >= threshold && p > largest) {
        weakest = Optional.of(term);
        largest = p;
      }
    }
    return weakest;
  }
}
