package org.hepatica.ml.direct;

import java.io.Serializable;
import java.util.Arrays;

/** The distinct times of a stratum, ascending, and how many leave at each with the event. */
record Leaving(double[] times, long[] events) implements Serializable {

  /** Of the runs {@code [from, to)} of a block, which are of one stratum. */
  static Leaving of(Block block, int from, int to) {
    long[] events = new long[to - from];
    for (int run = from; run < to; run++) {
      events[run - from] = block.censored[run] - block.start[run];
    }
    return new Leaving(Arrays.copyOfRange(block.time, from, to), events);
  }

  Leaving merge(Leaving other) {
    double[] all = new double[times.length + other.times.length];
    long[] counts = new long[all.length];
    int a = 0;
    int b = 0;
    int n = 0;
    while (a < times.length || b < other.times.length) {
      boolean own = b == other.times.length || a < times.length && times[a] <= other.times[b];
      boolean both = own && b < other.times.length && times[a] == other.times[b];
      all[n] = own ? times[a] : other.times[b];
      counts[n] = (own ? events[a] : 0) + (own && !both ? 0 : other.events[b]);
      a += own ? 1 : 0;
      b += !own || both ? 1 : 0;
      n++;
    }
    return new Leaving(Arrays.copyOf(all, n), Arrays.copyOf(counts, n));
  }
}
