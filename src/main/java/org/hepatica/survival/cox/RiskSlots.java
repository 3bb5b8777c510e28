package org.hepatica.survival.cox;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The slots of a risk table: the times of each stratum, ascending, stratum after stratum.
 *
 * @param first the first slot of each stratum, then the number of all slots
 * @param deaths how many leave each slot with the event
 * @param deathWeight the sum of their case weights, their number if there are none
 */
public record RiskSlots(int[] first, long[] deaths, double[] deathWeight) implements Serializable {

  /** How many strata there are. */
  public int strata() {
    return first.length - 1;
  }

  /** How many slots there are. */
  public int size() {
    return deaths.length;
  }

  /** The stratum of each slot. */
  public int[] strataOfSlots() {
    int[] stratum = new int[size()];
    for (int s = 0; s < strata(); s++) {
      Arrays.fill(stratum, first[s], first[s + 1], s);
    }
    return stratum;
  }

  /** The mean case weight of those who leave a slot with the event. */
  double meanWeight(int slot) {
    return deathWeight[slot] / deaths[slot];
  }
}
