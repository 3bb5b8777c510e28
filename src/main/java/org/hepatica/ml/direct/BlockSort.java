package org.hepatica.ml.direct;

import java.util.Arrays;

/** Sorts rows by stratum and time, those with the event first among equals. */
final class BlockSort {

  private static final int MOST_BUCKETS = 1 << 22;

  private final double[] time;
  private final byte[] event;
  private final int[] stratum;
  private final int rows;
  private final double[] times;
  private final long[] key;
  private final int[] order;

  /**
   * Sorts.
   *
   * @param strata how many strata there are
   */
  BlockSort(double[] time, byte[] event, int[] stratum, int rows, int strata) {
    this.time = time;
    this.event = event;
    this.stratum = stratum;
    this.rows = rows;
    times = distinct();
    key = keys();
    order = order((long) strata * times.length * 2);
  }

  /** Columns of these rows, sorted and packed. */
  PackedColumn[] packed(double[][] columns) {
    PackedColumn[] packed = new PackedColumn[columns.length];
    double[] sorted = new double[rows];
    for (int j = 0; j < columns.length; j++) {
      for (int i = 0; i < rows; i++) {
        sorted[i] = columns[j][order[i]];
      }
      packed[j] = PackedColumn.of(sorted, rows);
    }
    return packed;
  }

  private double[] distinct() {
    double[] sorted = Arrays.copyOf(time, rows);
    if (wholeAndSmall()) {
      boolean[] present = new boolean[MOST_BUCKETS];
      for (int i = 0; i < rows; i++) {
        present[(int) time[i]] = true;
      }
      int n = 0;
      for (int t = 0; t < MOST_BUCKETS; t++) {
        if (present[t]) {
          sorted[n++] = t;
        }
      }
      return Arrays.copyOf(sorted, n);
    }
    Arrays.sort(sorted);
    int n = 0;
    for (double t : sorted) {
      if (n == 0 || t != sorted[n - 1]) {
        sorted[n++] = t;
      }
    }
    return Arrays.copyOf(sorted, n);
  }

  private boolean wholeAndSmall() {
    for (int i = 0; i < rows; i++) {
      int whole = (int) time[i];
      if (whole != time[i] || whole < 0 || whole >= MOST_BUCKETS) {
        return false;
      }
    }
    return true;
  }

  /** (stratum, time, without the event) as one number a row. */
  private long[] keys() {
    int[] rank = wholeAndSmall() ? ranks() : null;
    long[] keys = new long[rows];
    for (int i = 0; i < rows; i++) {
      int t = rank != null ? rank[(int) time[i]] : Arrays.binarySearch(times, time[i]);
      keys[i] = ((long) stratum[i] * times.length + t) * 2 + 1 - event[i];
    }
    return keys;
  }

  private int[] ranks() {
    int[] rank = new int[times.length == 0 ? 0 : (int) times[times.length - 1] + 1];
    for (int t = 0; t < times.length; t++) {
      rank[(int) times[t]] = t;
    }
    return rank;
  }

  private int[] order(long buckets) {
    return buckets <= MOST_BUCKETS ? byCounting((int) buckets) : byComparing();
  }

  private int[] byCounting(int buckets) {
    int[] next = new int[buckets + 1];
    for (int i = 0; i < rows; i++) {
      next[(int) key[i] + 1]++;
    }
    for (int b = 0; b < buckets; b++) {
      next[b + 1] += next[b];
    }
    int[] order = new int[rows];
    for (int i = 0; i < rows; i++) {
      order[next[(int) key[i]]++] = i;
    }
    return order;
  }

  /** Key and row share a long: a block has at most 2^20 rows, and so at most 2^42 keys. */
  private int[] byComparing() {
    long[] both = new long[rows];
    for (int i = 0; i < rows; i++) {
      both[i] = key[i] << 20 | i;
    }
    Arrays.sort(both);
    int[] order = new int[rows];
    for (int i = 0; i < rows; i++) {
      order[i] = (int) both[i] & BlockBuffer.MOST_ROWS - 1;
    }
    return order;
  }

  /** The runs of the sorted rows. */
  Runs runs() {
    int[] start = new int[rows + 1];
    int[] censored = new int[rows];
    int runs = 0;
    long last = -1;
    for (int i = 0; i < rows; i++) {
      long run = key[order[i]] >> 1;
      if (run != last) {
        last = run;
        start[runs] = i;
        censored[runs++] = i;
      }
      if ((key[order[i]] & 1) == 0) {
        censored[runs - 1] = i + 1;
      }
    }
    start[runs] = rows;
    int[] ofRun = new int[runs];
    double[] timeOfRun = new double[runs];
    for (int r = 0; r < runs; r++) {
      long run = key[order[start[r]]] >> 1;
      ofRun[r] = (int) (run / times.length);
      timeOfRun[r] = times[(int) (run % times.length)];
    }
    return new Runs(
        ofRun, timeOfRun, Arrays.copyOf(start, runs + 1), Arrays.copyOf(censored, runs));
  }
}
