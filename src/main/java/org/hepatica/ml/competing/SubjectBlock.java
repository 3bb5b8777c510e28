package org.hepatica.ml.competing;

import java.io.Serializable;

/**
 * Some rows, column by column. Immutable; arrays are shared within the package.
 *
 * @param time of each row; empty once the slots are known
 * @param slot of each row among the distinct times; empty until they are known
 * @param kind of each row: 0 censored, 1 with the event, 2 with a competing one
 * @param frequency subjects of each row
 * @param columns the design columns
 * @param missing rows left out, for a missing value, on the way to these
 */
record SubjectBlock(
    double[] time, int[] slot, byte[] kind, double[] frequency, double[][] columns, long missing)
    implements Serializable {

  int rows() {
    return kind.length;
  }

  /** The same with places instead of times. */
  SubjectBlock at(TimeSlots slots) {
    int[] places = new int[rows()];
    for (int i = 0; i < places.length; i++) {
      places[i] = slots.of(time[i]);
    }
    return new SubjectBlock(new double[0], places, kind, frequency, columns, missing);
  }
}
