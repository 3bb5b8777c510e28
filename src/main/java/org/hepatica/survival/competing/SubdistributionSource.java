package org.hepatica.survival.competing;

import java.util.List;

/**
 * What {@link FineGray} asks of data that it does not hold itself: this is how data on many
 * machines plug in.
 */
public interface SubdistributionSource {

  /** The columns' names, in order. */
  List<String> names();

  /** Subjects and events. */
  SubdistributionTotals totals();

  /** What a reader of the fit must know of the data, in words; empty as a rule. */
  default List<String> remarks() {
    return List.of();
  }

  /**
   * The log likelihood of some of the columns, standardised.
   *
   * @param columns numbers of the columns, ascending
   * @return the likelihood as a function of their coefficients
   */
  SubdistributionObjective objective(int[] columns);
}
