package org.hepatica.survival.cox;

import java.io.Serializable;

/**
 * The slots of a risk table: the times of each stratum, ascending, stratum after stratum.
 *
 * @param first the first slot of each stratum, then the number of all slots
 * @param deaths how many leave each slot with the event
 */
public record RiskSlots(int[] first, long[] deaths) implements Serializable {

  /** How many strata there are. */
  public int strata() {
    return first.length - 1;
  }

  /** How many slots there are. */
  public int size() {
    return deaths.length;
  }
}
