package org.hepatica.survival.cox;

import java.util.Arrays;

/**
 * The distinct times of data, times that differ by rounding merged into the earliest of them, as
 * R's {@code timefix} ({@code aeqSurv}) merges them.
 *
 * <p>Neighbours are one time if they differ by at most 1.5e-8, absolutely or beside the mean of the
 * distinct absolute times. Immutable.
 */
final class TimeGrid {

  /** The square root of the machine's epsilon. */
  private static final double TOLERANCE = Math.scalb(1.0, -26);

  private final double[] times;

  private TimeGrid(double[] times) {
    this.times = times;
  }

  /** The grid of times and, where not null, of entry times; minus infinity is no time. */
  static TimeGrid of(double[] time, double[] entry) {
    int size = time.length + (entry == null ? 0 : entry.length);
    double[] all = Arrays.copyOf(time, size);
    if (entry != null) {
      System.arraycopy(entry, 0, all, time.length, entry.length);
    }
    for (int i = 0; i < size; i++) {
      all[i] += 0.0; // -0.0 is 0
    }
    Arrays.sort(all);
    return new TimeGrid(merged(distinctFinite(all)));
  }

  private static double[] distinctFinite(double[] sorted) {
    double[] kept = new double[sorted.length];
    int size = 0;
    for (double value : sorted) {
      if (Double.isFinite(value) && (size == 0 || value != kept[size - 1])) {
        kept[size++] = value;
      }
    }
    return Arrays.copyOf(kept, size);
  }

  private static double[] merged(double[] distinct) {
    double mean = Arrays.stream(distinct).map(Math::abs).average().orElse(1);
    double[] kept = new double[distinct.length];
    int size = 0;
    for (int i = 0; i < distinct.length; i++) {
      double gap = i == 0 ? Double.POSITIVE_INFINITY : distinct[i] - distinct[i - 1];
      if (gap > TOLERANCE && gap / mean > TOLERANCE) {
        kept[size++] = distinct[i];
      }
    }
    return Arrays.copyOf(kept, size);
  }

  /** The number of distinct times. */
  int size() {
    return times.length;
  }

  /** A distinct time. */
  double time(int rank) {
    return times[rank];
  }

  /** The rank of each time: the last distinct time that is not after it; -1 before them all. */
  int[] ranks(double[] values) {
    int[] ranks = new int[values.length];
    int near = 0;
    for (int i = 0; i < values.length; i++) {
      // Counted subjects come by time: the next one is mostly at the next time.
      if (near + 1 < times.length && times[near + 1] == values[i]) {
        near++;
      } else if (near < 0 || near >= times.length || times[near] != values[i]) {
        int found = Arrays.binarySearch(times, values[i] + 0.0);
        near = found >= 0 ? found : -found - 2;
      }
      ranks[i] = near;
    }
    return ranks;
  }
}
