package org.hepatica.survival.cox;

import java.util.List;

/**
 * What {@link CoxRegression} asks of data that it does not hold itself: this is how data on many
 * machines plug in.
 */
public interface CoxSource {

  /** The columns' names, distinct, in order. */
  List<String> names();

  /** Subjects and events. */
  SubjectTotals totals();

  /** Centre, scale and range of the columns. */
  ColumnScale scale();

  /**
   * The log partial likelihood of some of the columns, standardised by {@link #scale}.
   *
   * @param columns numbers of the columns, ascending
   * @return the likelihood and its derivatives as a function of their coefficients
   */
  CoxObjective objective(int[] columns);

  /** The penalty that its likelihoods have taken off. */
  default Penalty penalty() {
    return Penalty.NONE;
  }

  /** What a reader of the fit must know of these data, in words. */
  default List<String> remarks() {
    return List.of();
  }

  /** Whether rows depend on each other in clusters. */
  default boolean isClustered() {
    return false;
  }

  /** Whether a case weight is no whole number. */
  default boolean hasFractionalWeights() {
    return false;
  }

  /**
   * The sum over clusters, each row being one where there are none, of {@code U U'}, U the sum of
   * the weighted score residuals of its subjects.
   *
   * @param columns numbers of the columns, ascending
   * @param beta coefficients of the standardised columns
   * @return a symmetric matrix, in standardised columns
   */
  default double[][] scoreProducts(int[] columns, double[] beta) {
    throw new UnsupportedOperationException("these data give no score residuals");
  }
}
