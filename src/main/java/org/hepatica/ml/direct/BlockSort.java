package org.hepatica.ml.direct;

import java.util.Arrays;

/**
 * Sorts rows by stratum and time, those with the event first among equals. Its arrays serve block
 * after block. Mutable, for one thread.
 */
final class BlockSort {

  private static final int MOST_BUCKETS = 1 << 22;

  /** Of stratum and time, beside a row's number and its event. */
  private static final long MOST_PLACES = 1L << Long.SIZE - 2 - BlockBuffer.ROW_BITS;

  private final int[] key;
  private final int[] order;
  private int[] next = new int[0];

  /**
   * @param capacity most rows of a block
   */
  BlockSort(int capacity) {
    key = new int[capacity];
    order = new int[capacity];
  }

  /** The order of the rows last sorted: entries beyond their number mean nothing. */
  int[] order() {
    return order;
  }

  /**
   * Sorts.
   *
   * @param strata how many strata there are
   * @return the runs of the sorted rows
   */
  Runs sort(double[] time, byte[] event, int[] stratum, int rows, int strata) {
    double[] times = times(time, rows);
    int[] rank = longestWhole(time, rows) >= 0 ? ranks(times) : null;
    long buckets = (long) strata * times.length * 2;
    if (buckets > MOST_BUCKETS) {
      return byComparing(time, event, stratum, rows, times, rank);
    }
    for (int i = 0; i < rows; i++) {
      int t = rank != null ? rank[(int) time[i]] : Arrays.binarySearch(times, time[i]);
      key[i] = (stratum[i] * times.length + t) * 2 + 1 - event[i];
    }
    byCounting(rows, (int) buckets);
    return runs(times, strata);
  }

  /** The distinct of the first times, ascending. */
  static double[] times(double[] time, int rows) {
    int longest = longestWhole(time, rows);
    return longest >= 0 ? whole(time, rows, longest) : distinct(time, rows);
  }

  /** The longest time where all are small whole numbers; else -1. */
  private static int longestWhole(double[] time, int rows) {
    int longest = 0;
    for (int i = 0; i < rows; i++) {
      int whole = (int) time[i];
      if (whole != time[i] || whole < 0 || whole >= MOST_BUCKETS) {
        return -1;
      }
      longest = Math.max(longest, whole);
    }
    return longest;
  }

  private static double[] whole(double[] time, int rows, int longest) {
    boolean[] present = new boolean[longest + 1];
    for (int i = 0; i < rows; i++) {
      present[(int) time[i]] = true;
    }
    double[] times = new double[Math.min(rows, present.length)];
    int n = 0;
    for (int t = 0; t <= longest; t++) {
      if (present[t]) {
        times[n++] = t;
      }
    }
    return Arrays.copyOf(times, n);
  }

  private static double[] distinct(double[] time, int rows) {
    double[] sorted = Arrays.copyOf(time, rows);
    Arrays.sort(sorted);
    int n = 0;
    for (double t : sorted) {
      if (n == 0 || t != sorted[n - 1]) {
        sorted[n++] = t;
      }
    }
    return Arrays.copyOf(sorted, n);
  }

  private static int[] ranks(double[] times) {
    int[] rank = new int[times.length == 0 ? 0 : (int) times[times.length - 1] + 1];
    for (int t = 0; t < times.length; t++) {
      rank[(int) times[t]] = t;
    }
    return rank;
  }

  /** Afterwards bucket b ends at {@code next[b]}. */
  private void byCounting(int rows, int buckets) {
    if (next.length < buckets + 1) {
      next = new int[buckets + 1];
    }
    Arrays.fill(next, 0, buckets + 1, 0);
    for (int i = 0; i < rows; i++) {
      next[key[i] + 1]++;
    }
    for (int b = 0; b < buckets; b++) {
      next[b + 1] += next[b];
    }
    for (int i = 0; i < rows; i++) {
      order[next[key[i]]++] = i;
    }
  }

  /** Of two buckets each, one with the event and one without. */
  private Runs runs(double[] times, int strata) {
    int most = strata * times.length;
    int runs = 0;
    for (int run = 0, before = 0; run < most; before = next[2 * run + 1], run++) {
      runs += next[2 * run + 1] > before ? 1 : 0;
    }
    int[] ofRun = new int[runs];
    double[] timeOfRun = new double[runs];
    int[] start = new int[runs + 1];
    int[] censored = new int[runs];
    int at = 0;
    for (int run = 0, before = 0; run < most; before = next[2 * run + 1], run++) {
      if (next[2 * run + 1] > before) {
        ofRun[at] = run / times.length;
        timeOfRun[at] = times[run % times.length];
        censored[at] = next[2 * run];
        start[++at] = next[2 * run + 1];
      }
    }
    return new Runs(ofRun, timeOfRun, start, censored);
  }

  /** Key and row share a long: keys too large for that give way to their ranks. */
  private Runs byComparing(
      double[] time, byte[] event, int[] stratum, int rows, double[] times, int[] rank) {
    long[] place = new long[rows];
    for (int i = 0; i < rows; i++) {
      int t = rank != null ? rank[(int) time[i]] : Arrays.binarySearch(times, time[i]);
      place[i] = (long) stratum[i] * times.length + t;
    }
    long[] known = Arrays.stream(place).max().orElse(0) < MOST_PLACES ? null : distinct(place);
    long[] both = new long[rows];
    for (int i = 0; i < rows; i++) {
      long run = known == null ? place[i] : Arrays.binarySearch(known, place[i]);
      both[i] = run << BlockBuffer.ROW_BITS + 1 | (1L - event[i]) << BlockBuffer.ROW_BITS | i;
    }
    Arrays.sort(both);
    return runs(both, known, times);
  }

  private static long[] distinct(long[] places) {
    return Arrays.stream(places).sorted().distinct().toArray();
  }

  private Runs runs(long[] both, long[] known, double[] times) {
    int rows = both.length;
    int[] start = new int[rows + 1];
    int[] censored = new int[rows];
    int[] ofRun = new int[rows];
    double[] timeOfRun = new double[rows];
    int runs = 0;
    long last = -1;
    for (int i = 0; i < rows; i++) {
      order[i] = (int) both[i] & (1 << BlockBuffer.ROW_BITS) - 1;
      long run = both[i] >> BlockBuffer.ROW_BITS + 1;
      if (run != last) {
        last = run;
        long place = known == null ? run : known[(int) run];
        ofRun[runs] = (int) (place / times.length);
        timeOfRun[runs] = times[(int) (place % times.length)];
        start[runs] = i;
        censored[runs++] = i;
      }
      if ((both[i] >> BlockBuffer.ROW_BITS & 1) == 0) {
        censored[runs - 1] = i + 1;
      }
    }
    start[runs] = rows;
    return new Runs(
        Arrays.copyOf(ofRun, runs),
        Arrays.copyOf(timeOfRun, runs),
        Arrays.copyOf(start, runs + 1),
        Arrays.copyOf(censored, runs));
  }
}
