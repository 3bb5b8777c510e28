package org.hepatica.survival.cox;

import java.io.Serializable;

/**
 * Sums of hazard ratios, then of hazard ratio times x, relative to {@code exp(level)}, so that they
 * neither overflow nor vanish. Immutable; arrays are not copied.
 *
 * @param level about the largest linear predictor; minus infinity for nobody
 * @param sums to be multiplied by {@code exp(level)}
 */
public record LevelSums(double level, double[] sums) implements Serializable {

  /** The sums over all who leave a range of times, one a stratum. */
  public static LevelSums[] of(SlotSums table, RiskSlots slots) {
    LevelSums[] totals = new LevelSums[slots.strata()];
    for (int stratum = 0; stratum < totals.length; stratum++) {
      LevelSums sum = new LevelSums(Double.NEGATIVE_INFINITY, new double[table.columns() + 1]);
      for (int slot = slots.first()[stratum]; slot < slots.first()[stratum + 1]; slot++) {
        double shift = table.shift(slot);
        sum = sum.plus(shift, table.sums(slot, false)).plus(shift, table.sums(slot, true));
      }
      totals[stratum] = sum;
    }
    return totals;
  }

  /** These and others. */
  public LevelSums plus(LevelSums other) {
    return plus(other.level, other.sums);
  }

  private LevelSums plus(double shift, double[] others) {
    double top = Math.max(level, shift);
    double own = level == top ? 1 : Math.exp(level - top);
    double theirs = shift == top ? 1 : Math.exp(shift - top);
    double[] both = new double[sums.length];
    for (int j = 0; j < both.length; j++) {
      both[j] = own * sums[j] + theirs * others[j];
    }
    return new LevelSums(top, both);
  }
}
