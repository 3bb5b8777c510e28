package org.hepatica.survival.cox;

import java.io.Serializable;

/**
 * What a subject's score residual needs of the slot at which it leaves. Sums of steps of the
 * baseline hazard run over the event times until then and are times {@code exp(shift)}.
 *
 * @param shift by slot, what hazard ratios are to be relative to
 * @param hazard the cumulative hazard
 * @param hazardX the same times the mean of x, row after row
 * @param dead what tied events of the slot are spared
 * @param deadX the same times the mean of x
 * @param meanX the mean of x among those at risk, averaged over the slot's tied events
 */
public record SlotSteps(
    double[] shift,
    double[] hazard,
    double[] hazardX,
    double[] dead,
    double[] deadX,
    double[] meanX)
    implements Serializable {

  /**
   * The steps of a table.
   *
   * @param table sums at the estimate
   * @param slots what its slots are
   * @param treatment of ties, Efron's or Breslow's
   */
  public static SlotSteps of(SlotSums table, RiskSlots slots, Ties treatment) {
    int n = slots.size();
    int p = table.columns();
    SlotSteps steps =
        new SlotSteps(
            new double[n],
            new double[n],
            new double[n * p],
            new double[n],
            new double[n * p],
            new double[n * p]);
    TieSums ties = new TieSums();
    SlotSweep.over(
        table,
        slots,
        (slot, level, risk, dead) -> {
          steps.shift[slot] = level;
          if (slots.deaths()[slot] > 0) {
            ties.set(treatment, slots.deaths()[slot], slots.meanWeight(slot), risk[0], dead[0]);
            steps.set(slot, ties, slots.deathWeight()[slot], risk, dead);
          }
        });
    for (int stratum = 0; stratum < slots.strata(); stratum++) {
      steps.cumulate(slots.first()[stratum], slots.first()[stratum + 1], p);
    }
    return steps;
  }

  private void set(int slot, TieSums ties, double weight, double[] risk, double[] died) {
    hazard[slot] = ties.inverse;
    dead[slot] = ties.fInverse;
    int p = risk.length - 1;
    for (int j = 0; j < p; j++) {
      double r = risk[j + 1];
      double d = died[j + 1];
      hazardX[slot * p + j] = ties.square * r - ties.fSquare * d;
      deadX[slot * p + j] = ties.fSquare * r - ties.ffSquare * d;
      meanX[slot * p + j] = (ties.inverse * r - ties.fInverse * d) / weight;
    }
  }

  private void cumulate(int from, int to, int p) {
    for (int slot = from + 1; slot < to; slot++) {
      double fall = Math.exp(shift[slot] - shift[slot - 1]);
      hazard[slot] += hazard[slot - 1] * fall;
      for (int j = 0; j < p; j++) {
        hazardX[slot * p + j] += hazardX[(slot - 1) * p + j] * fall;
      }
    }
  }
}
