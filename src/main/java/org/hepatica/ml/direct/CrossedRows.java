package org.hepatica.ml.direct;

import java.io.Serializable;

/**
 * Rows of a range of times and a range of linear predictors, with what lies around each in all
 * other ranges of linear predictors. Immutable; arrays are not copied.
 *
 * @param rows their places are those of the range of times
 * @param names of the strata
 * @param stratum of each row, a number of these
 * @param weight of the pairs of each row with the event; null for 1
 * @param around by row: the mass at later places with lower predictors, with higher ones, and of
 *     events at earlier places likewise
 */
record CrossedRows(ScoredRows rows, Object[] names, int[] stratum, double[] weight, double[] around)
    implements Serializable {

  static final int LOWER_AFTER = 0;
  static final int HIGHER_AFTER = 1;
  static final int LOWER_BEFORE = 2;
  static final int HIGHER_BEFORE = 3;

  /** Numbers a row. */
  static final int AROUND = 4;
}
