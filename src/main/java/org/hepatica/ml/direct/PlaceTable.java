package org.hepatica.ml.direct;

import java.io.Serializable;
import java.util.Arrays;

/**
 * By place, the mass of all rows and of those with the event: a mergeable state. Mutable.
 *
 * @param all of all rows
 * @param events of those with the event
 */
record PlaceTable(double[] all, double[] events) implements Serializable {

  static PlaceTable of(int places) {
    return new PlaceTable(new double[places], new double[places]);
  }

  void add(ScoredRows rows) {
    for (int i = 0; i < rows.size(); i++) {
      double mass = rows.mass(i);
      int place = rows.place()[i];
      all[place] += mass;
      events[place] += (place & 1) == 0 ? mass : 0;
    }
  }

  PlaceTable merge(PlaceTable other) {
    for (int place = 0; place < all.length; place++) {
      all[place] += other.all[place];
      events[place] += other.events[place];
    }
    return this;
  }

  /** By slot, the mass of those who leave with the event, or of those without. */
  double[] masses(boolean event) {
    double[] masses = new double[all.length / 2];
    Arrays.setAll(masses, slot -> all[2 * slot + (event ? 0 : 1)]);
    return masses;
  }

  /** The same, the events of each slot times a weight. */
  PlaceTable weighted(double[] weight) {
    double[] times = new double[all.length];
    for (int slot = 0; slot < weight.length; slot++) {
      times[2 * slot] = weight[slot] * events[2 * slot];
    }
    return new PlaceTable(all, times);
  }

  /**
   * Sums over places, stratum by stratum: of all rows over those after each, of events over those
   * before.
   *
   * @param first the first slot of each stratum, then the number of all slots
   */
  PlaceTable cumulated(int[] first) {
    PlaceTable sums = of(all.length);
    for (int stratum = 0; stratum + 1 < first.length; stratum++) {
      int from = 2 * first[stratum];
      int to = 2 * first[stratum + 1];
      for (int place = to - 2; place >= from; place--) {
        sums.all[place] = sums.all[place + 1] + all[place + 1];
      }
      for (int place = from + 1; place < to; place++) {
        sums.events[place] = sums.events[place - 1] + events[place - 1];
      }
    }
    return sums;
  }
}
