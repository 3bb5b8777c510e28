package org.hepatica.survival.cox;

import java.util.Arrays;

/** The function of time that a coefficient might follow, in a test of proportional hazards. */
public enum TimeTransform {
  /** One less Kaplan-Meier's curve of all strata together just before. Default. */
  KAPLAN_MEIER {
    @Override
    double[] of(TimeCounts counts) {
      return counts.fallen();
    }
  },
  /** Time itself. */
  IDENTITY {
    @Override
    double[] of(TimeCounts counts) {
      return counts.times().clone();
    }
  },
  /** Its rank among all follow-up times. */
  RANK {
    @Override
    double[] of(TimeCounts counts) {
      double[] rank = new double[counts.times().length];
      double before = 0;
      for (int t = 0; t < rank.length; t++) {
        double here = counts.leaving()[t];
        rank[t] = before + (here + 1) / 2;
        before += here;
      }
      return rank;
    }
  },
  /** Its logarithm; events at times up to 0 have none. */
  LOG {
    @Override
    double[] of(TimeCounts counts) {
      double[] times = counts.times();
      for (int t = 0; t < times.length; t++) {
        if (counts.events()[t] > 0 && times[t] <= 0) {
          throw new IllegalArgumentException("an event at " + times[t] + " has no logarithm");
        }
      }
      return Arrays.stream(times).map(Math::log).toArray();
    }
  };

  /** The function at each distinct time. */
  abstract double[] of(TimeCounts counts);

  /**
   * The function less its mean over events, brought to the size of 1.
   *
   * @return one number a distinct time
   */
  double[] centred(TimeCounts counts) {
    double[] g = of(counts);
    double sum = 0;
    double events = 0;
    for (int t = 0; t < g.length; t++) {
      if (counts.events()[t] > 0) {
        sum += counts.events()[t] * g[t];
        events += counts.events()[t];
      }
    }
    double size = 0;
    for (int t = 0; t < g.length; t++) {
      g[t] -= sum / events;
      size = Math.max(size, Double.isFinite(g[t]) ? Math.abs(g[t]) : 0);
    }
    for (int t = 0; t < g.length && size > 0; t++) {
      g[t] /= size;
    }
    return g;
  }
}
