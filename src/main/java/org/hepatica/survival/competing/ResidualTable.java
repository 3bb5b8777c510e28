package org.hepatica.survival.competing;

import java.io.Serializable;

/**
 * By time, what the contributions of subjects to the score are made of: {@code eta + psi} of {@code
 * ScoreResiduals} and {@code CensoringScores}, with one group of censoring. Travels to where the
 * subjects are.
 */
public final class ResidualTable implements Serializable {

  private static final long serialVersionUID = 1L;

  private final SlotHazard hazard;
  private final SlotHazard[] ofMean;
  private final double[][] mean;
  private final double[][] past;
  private final double[][] atCensoring;

  private ResidualTable(SubdistributionTable table) {
    int size = table.slots().size();
    int p = table.columns();
    hazard = new SlotHazard(table, 0);
    ofMean = new SlotHazard[p];
    for (int j = 0; j < p; j++) {
      ofMean[j] = new SlotHazard(table, j + 1);
    }
    mean = table.mean;
    past = new double[size][];
    atCensoring = new double[size][];
    addCensoring(table, later(table));
  }

  static ResidualTable of(SubdistributionTable table) {
    return new ResidualTable(table);
  }

  /** By time, sums over it and later times of G d / total, and of it times the mean. */
  private static ScaledSums[] later(SubdistributionTable table) {
    SubdistributionSlots slots = table.slots();
    ScaledSums[] later = new ScaledSums[slots.size()];
    ScaledSums sum = new ScaledSums(table.columns() + 1);
    for (int k = later.length - 1; k >= 0; k--) {
      if (table.mean[k] != null) {
        sum.add(-table.logTotal[k], slots.free()[k] * slots.events()[k], table.mean[k]);
      }
      if (slots.censored()[k] > 0) {
        later[k] = new ScaledSums(table.columns() + 1);
        later[k].add(sum.level(), 1, sum.values());
      }
    }
    return later;
  }

  private void addCensoring(SubdistributionTable table, ScaledSums[] later) {
    SubdistributionSlots slots = table.slots();
    int p = table.columns();
    double observed = 0;
    for (double leaving : slots.leaving()) {
      observed += leaving;
    }
    ScaledSums earlier = new ScaledSums(p + 1);
    double[] sum = new double[p];
    for (int k = 0; k < later.length; k++) {
      if (later[k] != null) {
        double[] q = q(earlier, later[k], p);
        double[] own = new double[p];
        for (int j = 0; j < p; j++) {
          own[j] = q[j] / observed;
          sum[j] -= q[j] * slots.censored()[k] / (observed * observed);
        }
        atCensoring[k] = own;
      }
      past[k] = k > 0 && later[k] == null ? past[k - 1] : sum.clone();
      table.pass(earlier, k);
      observed -= slots.leaving()[k];
    }
  }

  private static double[] q(ScaledSums earlier, ScaledSums later, int p) {
    double[] q = new double[p];
    double level = earlier.level() + later.level();
    double factor = level == Double.NEGATIVE_INFINITY ? 0 : Math.exp(level);
    for (int j = 0; j < p && factor > 0; j++) {
      q[j] =
          factor
              * (earlier.values()[j + 1] * later.values()[0]
                  - earlier.values()[0] * later.values()[j + 1]);
    }
    return q;
  }

  /**
   * A subject's contribution to the score in a column.
   *
   * @param slot where it leaves
   * @param kind 0 censored, 1 with the event, 2 with a competing one
   * @param risk its hazard ratio relative to {@code exp(shift)} of the slot
   * @param x its standardised value
   */
  public double residual(int slot, int kind, double risk, int column, double x) {
    boolean competes = kind > 1;
    double sum = past[slot][column];
    sum -= risk * (x * hazard.of(slot, competes) - ofMean[column].of(slot, competes));
    sum += kind == 1 ? x - mean[slot][column + 1] : 0;
    return sum + (kind == 0 ? atCensoring[slot][column] : 0);
  }
}
