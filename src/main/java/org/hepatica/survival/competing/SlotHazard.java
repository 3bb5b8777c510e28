package org.hepatica.survival.competing;

import java.io.Serializable;

/**
 * Integrals against the hazard of the subdistribution that those who leave at each time meet, times
 * {@code exp(shift)} of the time: of 1, or of the mean of a column in the risk set.
 *
 * <p>A subject meets it up to its time; one with a competing event also after it, weighted by
 * {@code G(t-) / G(T-)}.
 */
public final class SlotHazard implements Serializable {

  private static final long serialVersionUID = 1L;

  private final double[] plain;
  private final double[] competing;

  /**
   * @param column of the mean; 0 for 1
   */
  SlotHazard(SubdistributionTable table, int column) {
    SubdistributionSlots slots = table.slots();
    double[] shift = table.shift();
    int size = slots.size();
    plain = new double[size];
    competing = new double[size];
    double[] one = new double[1];
    ScaledSums upTo = new ScaledSums(1);
    for (int k = 0; k < size; k++) {
      if (table.mean[k] != null) {
        one[0] = table.mean[k][column];
        upTo.add(-table.logTotal[k], slots.events()[k], one);
      }
      plain[k] = upTo.times(shift[k])[0];
    }
    ScaledSums after = new ScaledSums(1);
    for (int k = size - 1; k >= 0; k--) {
      competing[k] =
          plain[k]
              + (after.level() == Double.NEGATIVE_INFINITY
                  ? 0
                  : after.times(shift[k])[0] / slots.free()[k]);
      if (table.mean[k] != null) {
        one[0] = table.mean[k][column];
        after.add(-table.logTotal[k], slots.free()[k] * slots.events()[k], one);
      }
    }
  }

  /** What a subject that leaves at a slot meets. */
  public double of(int slot, boolean competes) {
    return competes ? competing[slot] : plain[slot];
  }
}
