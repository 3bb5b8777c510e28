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
      double before = counts.start().left();
      for (int t = 0; t < rank.length; t++) {
        double here = counts.leaving()[t];
        rank[t] = before + (here + 1) / 2;
        before += here;
      }
      return rank;
    }
  },
  /** Its logarithm; times up to 0 have none. */
  LOG {
    @Override
    double[] of(TimeCounts counts) {
      return Arrays.stream(counts.times()).map(Math::log).toArray();
    }
  };

  /** The function at each distinct time; not finite where it has no value. */
  abstract double[] of(TimeCounts counts);
}
