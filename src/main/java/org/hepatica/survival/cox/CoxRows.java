package org.hepatica.survival.cox;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The rows of {@link CoxData} in the order of one pass: stratum by stratum, from the last time to
 * the first, columns centred and scaled, offsets centred.
 *
 * <p>Event times are numbered in the same order. A row is at risk at a run of them, from its last
 * ({@link #last}) to its first ({@link #first}); rows at risk at none are left out. Centring and
 * scaling change no partial likelihood but keep its sums and the information matrix well
 * conditioned. Immutable once built; arrays are shared within the package, not copied.
 */
final class CoxRows {

  final int columns;
  final int size;

  /** The rows' numbers in the data. */
  final int[] row;

  final boolean[] event;
  final long[] frequency;

  /** Frequency times case weight. */
  final double[] mass;

  final double[] offset;

  /** Covariates, centred and scaled, row after row. */
  final double[] x;

  /** Number of the last event time, which comes first, at which a row is at risk. */
  final int[] last;

  /** Number of the first event time at which a row is at risk. */
  final int[] first;

  /** Whether some row enters after an event time it could have been at risk at. */
  final boolean truncated;

  final EventTimes events;

  CoxRows(CoxData data, int[] kept, ColumnScale scale) {
    this(data, kept, scale, EventTimes.of(data));
  }

  private CoxRows(CoxData data, int[] kept, ColumnScale scale, EventTimes events) {
    this.events = events;
    columns = kept.length;
    row = events.order();
    size = row.length;
    event = new boolean[size];
    frequency = new long[size];
    mass = new double[size];
    offset = new double[size];
    x = new double[Math.multiplyExact(size, columns)];
    last = new int[size];
    first = new int[size];
    double centre = meanOffset(data);
    for (int i = 0; i < size; i++) {
      event[i] = data.event(row[i]);
      frequency[i] = data.frequency(row[i]);
      mass[i] = data.weight(row[i]) * frequency[i];
      offset[i] = data.offset(row[i]) - centre;
      last[i] = events.last(row[i]);
      first[i] = events.first(row[i]);
      for (int j = 0; j < columns; j++) {
        x[i * columns + j] = scale.standardise(data.value(row[i], kept[j]), kept[j]);
      }
    }
    truncated = IntStream.range(0, size).anyMatch(i -> !events.isFirst(first[i]));
  }

  private CoxRows(CoxRows from, double[] column) {
    columns = from.columns + 1;
    size = from.size;
    row = from.row;
    event = from.event;
    frequency = from.frequency;
    mass = from.mass;
    offset = from.offset;
    last = from.last;
    first = from.first;
    truncated = from.truncated;
    events = from.events;
    x = new double[Math.multiplyExact(size, columns)];
    for (int i = 0; i < size; i++) {
      System.arraycopy(from.x, i * from.columns, x, i * columns, from.columns);
      x[i * columns + from.columns] = column[i];
    }
  }

  /** The same rows with one more column, last. */
  CoxRows with(double[] column) {
    return new CoxRows(this, column);
  }

  /** The mean offset, weighted as R weights it. */
  static double meanOffset(CoxData data) {
    double sum = 0;
    double weight = 0;
    double origin = data.size() == 0 ? 0 : data.offset(0);
    for (int i = 0; i < data.size(); i++) {
      double mass = data.weight(i) * data.frequency(i);
      sum += mass * (data.offset(i) - origin);
      weight += mass;
    }
    return weight == 0 ? 0 : origin + sum / weight;
  }

  /** Linear predictors of all rows. */
  double[] eta(double[] beta) {
    double[] eta = Arrays.copyOf(offset, size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < columns; j++) {
        eta[i] += beta[j] * x[i * columns + j];
      }
    }
    return eta;
  }
}
