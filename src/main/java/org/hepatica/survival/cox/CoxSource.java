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
}
