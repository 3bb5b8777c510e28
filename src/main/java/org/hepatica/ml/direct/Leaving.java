package org.hepatica.ml.direct;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The distinct times of a stratum, ascending, and what leaves at each.
 *
 * @param times distinct, ascending
 * @param counts by kind of count, then by time
 */
record Leaving(double[] times, double[][] counts) implements Serializable {

  /** Subjects with the event. */
  static final int EVENTS = 0;

  /** The sum of their case weights. */
  static final int WEIGHT = 1;

  /** Subjects without the event. */
  static final int CENSORED = 2;

  /** Subjects who are at risk only after it. */
  static final int ENTERING = 3;

  private static final int KINDS = 4;
  private static final int TILE = 4096;

  /** Of the runs {@code [from, to)} of a block, which are of one stratum. */
  static Leaving of(Block block, int from, int to) {
    double[][] counts = new double[KINDS][to - from];
    Leaving leaving = new Leaving(Arrays.copyOfRange(block.time, from, to), counts);
    double[] frequency = new double[TILE];
    double[] weight = new double[TILE];
    Arrays.fill(frequency, 1);
    Arrays.fill(weight, 1);
    for (int run = from; run < to; run++) {
      int events = block.censored[run] - block.start[run];
      if (!block.carried.hasMass()) {
        counts[EVENTS][run - from] = events;
        counts[WEIGHT][run - from] = events;
        counts[CENSORED][run - from] = block.start[run + 1] - block.censored[run];
        continue;
      }
      for (int first = block.start[run]; first < block.start[run + 1]; first += TILE) {
        int n = Math.min(TILE, block.start[run + 1] - first);
        read(block, first, n, frequency, weight);
        leaving.add(run - from, block.censored[run] - first, n, frequency, weight);
      }
    }
    return leaving;
  }

  private static void read(Block block, int first, int n, double[] frequency, double[] weight) {
    if (block.carried.frequency()) {
      block.columns[block.carried.frequencyAt()].read(first, n, 0, 1, frequency);
    }
    if (block.carried.weight()) {
      block.columns[block.carried.weightAt()].read(first, n, 0, 1, weight);
    }
  }

  private void add(int time, int events, int n, double[] frequency, double[] weight) {
    for (int i = 0; i < n; i++) {
      if (i < events) {
        counts[EVENTS][time] += frequency[i];
        counts[WEIGHT][time] += frequency[i] * weight[i];
      } else if (frequency[i] < 0) {
        counts[ENTERING][time] -= frequency[i];
      } else {
        counts[CENSORED][time] += frequency[i];
      }
    }
  }

  /** How many subjects leave. */
  long leavers() {
    return (long) (Arrays.stream(counts[EVENTS]).sum() + Arrays.stream(counts[CENSORED]).sum());
  }

  Leaving merge(Leaving other) {
    double[] all = new double[times.length + other.times.length];
    double[][] sums = new double[KINDS][all.length];
    int a = 0;
    int b = 0;
    int n = 0;
    while (a < times.length || b < other.times.length) {
      boolean own = b == other.times.length || a < times.length && times[a] <= other.times[b];
      boolean others = !own || b < other.times.length && times[a] == other.times[b];
      all[n] = own ? times[a] : other.times[b];
      for (int kind = 0; kind < KINDS; kind++) {
        sums[kind][n] = (own ? counts[kind][a] : 0) + (others ? other.counts[kind][b] : 0);
      }
      a += own ? 1 : 0;
      b += others ? 1 : 0;
      n++;
    }
    for (int kind = 0; kind < KINDS; kind++) {
      sums[kind] = Arrays.copyOf(sums[kind], n);
    }
    return new Leaving(Arrays.copyOf(all, n), sums);
  }
}
