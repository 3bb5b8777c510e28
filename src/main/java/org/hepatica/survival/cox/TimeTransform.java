package org.hepatica.survival.cox;

import java.util.Arrays;

/** The function of time that a coefficient might follow, in a test of proportional hazards. */
public enum TimeTransform {
  /** One less Kaplan-Meier's curve of all strata together just before. Default. */
  KAPLAN_MEIER {
    @Override
    double[] of(CoxData data) {
      return KaplanMeierScale.of(data);
    }
  },
  /** Time itself. */
  IDENTITY {
    @Override
    double[] of(CoxData data) {
      TimeGrid grid = data.followUp().grid();
      double[] values = new double[grid.size()];
      Arrays.setAll(values, grid::time);
      return values;
    }
  },
  /** Its rank among all follow-up times. */
  RANK {
    @Override
    double[] of(CoxData data) {
      double[] count = new double[data.followUp().grid().size()];
      for (int i = 0; i < data.size(); i++) {
        count[data.followUp().timeRank()[i]] += data.frequency(i);
      }
      double before = 0;
      for (int t = 0; t < count.length; t++) {
        double here = count[t];
        count[t] = before + (here + 1) / 2;
        before += here;
      }
      return count;
    }
  },
  /** Its logarithm; events at times up to 0 have none. */
  LOG {
    @Override
    double[] of(CoxData data) {
      double[] values = IDENTITY.of(data);
      for (int i = 0; i < data.size(); i++) {
        if (data.event(i) && data.frequency(i) > 0 && data.time(i) <= 0) {
          throw new IllegalArgumentException("an event at " + data.time(i) + " has no logarithm");
        }
      }
      Arrays.setAll(values, t -> Math.log(values[t]));
      return values;
    }
  };

  /** The function at each distinct time of data. */
  abstract double[] of(CoxData data);
}
