package org.hepatica.survival.cox;

import java.util.Arrays;

/**
 * The rows of {@link CoxData} in the order of one pass: stratum by stratum, from the last time to
 * the first, columns centred and scaled.
 *
 * <p>Centred and scaled columns change no partial likelihood but keep its sums and the information
 * matrix well conditioned. Immutable once built; arrays are shared within the package, not copied.
 */
final class CoxRows {

  final int columns;
  final boolean[] event;
  final long[] frequency;

  /** Covariates, centred and scaled, row after row. */
  final double[] x;

  /** Where each set of tied times begins, with the number of rows at the end. */
  final int[] tieStart;

  /** Whether a set of tied times is the first of its stratum. */
  final boolean[] stratumStart;

  CoxRows(CoxData data, int[] kept, ColumnScale scale) {
    int n = data.size();
    int[] order = TimeOrder.of(data);
    columns = kept.length;
    event = new boolean[n];
    frequency = new long[n];
    x = new double[n * columns];
    for (int i = 0; i < n; i++) {
      int row = order[i];
      event[i] = data.event(row);
      frequency[i] = data.frequency(row);
      for (int j = 0; j < columns; j++) {
        x[i * columns + j] = scale.standardise(data.value(row, kept[j]), kept[j]);
      }
    }
    int[] starts = new int[n + 1];
    boolean[] firsts = new boolean[n];
    int ties = 0;
    for (int i = 0; i < n; i++) {
      boolean first = i == 0 || data.stratum(order[i]) != data.stratum(order[i - 1]);
      if (first || data.time(order[i]) != data.time(order[i - 1])) {
        firsts[ties] = first;
        starts[ties++] = i;
      }
    }
    starts[ties] = n;
    tieStart = Arrays.copyOf(starts, ties + 1);
    stratumStart = Arrays.copyOf(firsts, ties);
  }
}
