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
    return of(table, slots, treatment, Neighbours.NONE);
  }

  /**
   * The steps of the table of a range of times.
   *
   * @param table sums at the estimate
   * @param slots what its slots are
   * @param treatment of ties, Efron's or Breslow's
   * @param around what the ranges around it add up to
   */
  public static SlotSteps of(SlotSums table, RiskSlots slots, Ties treatment, Neighbours around) {
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
        around,
        (slot, level, risk, dead) -> {
          steps.shift[slot] = level;
          if (slots.deaths()[slot] > 0) {
            ties.set(treatment, slots.deaths()[slot], slots.meanWeight(slot), risk[0], dead[0]);
            steps.set(slot, ties, slots.deathWeight()[slot], risk, dead);
          }
        });
    for (int stratum = 0; stratum < slots.strata(); stratum++) {
      int from = slots.first()[stratum];
      if (around.earlier(stratum) != null) {
        steps.begin(from, around.earlier(stratum).at(steps.shift[from]));
      }
      steps.cumulate(from, slots.first()[stratum + 1], p);
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

  private void begin(int slot, double[] earlier) {
    int p = earlier.length - 1;
    hazard[slot] += earlier[0];
    for (int j = 0; j < p; j++) {
      hazardX[slot * p + j] += earlier[j + 1];
    }
  }

  /**
   * What each stratum's steps add up to.
   *
   * @param slots what the slots are
   */
  public PassedSteps[] passed(RiskSlots slots) {
    int p = hazardX.length / Math.max(1, hazard.length);
    PassedSteps[] passed = new PassedSteps[slots.strata()];
    for (int stratum = 0; stratum < passed.length; stratum++) {
      int last = slots.first()[stratum + 1] - 1;
      double[] sums = new double[p + 1];
      sums[0] = hazard[last];
      System.arraycopy(hazardX, last * p, sums, 1, p);
      passed[stratum] = new PassedSteps(shift[last], sums);
    }
    return passed;
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
