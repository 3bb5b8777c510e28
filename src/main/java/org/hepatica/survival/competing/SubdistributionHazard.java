package org.hepatica.survival.competing;

import java.util.function.IntToDoubleFunction;

/**
 * Integrals against the hazard of the subdistribution, {@code dL(t) = d / total(t)}, that each row
 * meets: up to its time, and for competing rows after it, weighted by G.
 */
final class SubdistributionHazard {

  private final double[] upTo;
  private final double[][] after;

  /**
   * Integrates a function of time.
   *
   * @param sums of the fit
   * @param value of the function at the position of a time with an event of the cause
   */
  SubdistributionHazard(SubdistributionSums sums, IntToDoubleFunction value) {
    int times = sums.events.length;
    upTo = new double[times];
    double sum = 0;
    for (int k = 0; k < times; k++) {
      sum += step(sums, value, k);
      upTo[k] = sum;
    }
    after = new double[sums.rows.censoring.groups()][times];
    for (int g = 0; g < after.length; g++) {
      double tail = 0;
      for (int k = times - 1; k >= 0; k--) {
        after[g][k] = tail;
        tail += sums.rows.censoring.before(g, k) * step(sums, value, k);
      }
    }
  }

  private static double step(SubdistributionSums sums, IntToDoubleFunction value, int k) {
    return sums.events[k] > 0 ? sums.events[k] / sums.total[k] * value.applyAsDouble(k) : 0;
  }

  /** The integral over the times at which a row is at risk, with its weights, without its risk. */
  double of(SubdistributionRows rows, int row, int k) {
    if (!rows.isCompeting[row]) {
      return upTo[k];
    }
    int g = rows.group[row];
    return upTo[k] + after[g][k] / rows.censoring.before(g, k);
  }
}
