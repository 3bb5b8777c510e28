package org.hepatica.survival.cox;

/**
 * The part of Firth's trace that a risk table has without its subjects: {@code 2 sum of w m_j m' V
 * m}, m the mean of x among those at risk at each of Efron's or Breslow's terms, w the mean weight
 * of the tied events, V the inverse information.
 *
 * <p>With {@code m = m0 + c (m0 - xd)}, m0 the mean of all at risk, xd of those with the event and
 * {@code c = f d0 / (s0 - f d0)}, a slot's sum is a polynomial in c, whose sums of powers are
 * scalars: matrices are multiplied once a slot, however many events are tied.
 */
public final class MeanTrace {

  private final double[][] inverse;
  private final int p;
  private final double[] trace;

  /** Sums over the slot's terms of 1, c, c squared and c cubed. */
  private final double[] powers = new double[4];

  private MeanTrace(double[][] inverse) {
    this.inverse = inverse;
    p = inverse.length;
    trace = new double[p];
  }

  /**
   * Sums over all slots.
   *
   * @param table sums at some coefficients
   * @param slots what its slots are
   * @param treatment of ties, Efron's or Breslow's
   * @param inverse of the information there
   * @return one number a column
   */
  public static double[] of(SlotSums table, RiskSlots slots, Ties treatment, double[][] inverse) {
    return of(table, slots, treatment, inverse, Neighbours.NONE);
  }

  /**
   * Sums over the slots of a range of times.
   *
   * @param table sums at some coefficients
   * @param slots what its slots are
   * @param treatment of ties, Efron's or Breslow's
   * @param inverse of the information of all ranges there
   * @param around what the ranges around it add up to
   * @return one number a column
   */
  public static double[] of(
      SlotSums table, RiskSlots slots, Ties treatment, double[][] inverse, Neighbours around) {
    MeanTrace sum = new MeanTrace(inverse);
    SlotSweep.over(
        table,
        slots,
        around,
        (slot, level, risk, dead) -> {
          long deaths = slots.deaths()[slot];
          if (deaths > 0) {
            sum.setPowers(treatment, deaths, risk[0], dead[0]);
            sum.add(slots.meanWeight(slot), risk, dead);
          }
        });
    return sum.trace;
  }

  private void setPowers(Ties treatment, long deaths, double s0, double d0) {
    powers[0] = deaths;
    powers[1] = 0;
    powers[2] = 0;
    powers[3] = 0;
    for (long l = 1; treatment == Ties.EFRON && l < deaths; l++) {
      double share = (double) l / deaths * d0;
      double c = share / (s0 - share);
      powers[1] += c;
      powers[2] += c * c;
      powers[3] += c * c * c;
    }
  }

  private void add(double weight, double[] risk, double[] dead) {
    double[] mean = new double[p];
    double[] apart = new double[p];
    for (int j = 0; j < p; j++) {
      mean[j] = risk[j + 1] / risk[0];
      apart[j] = mean[j] - dead[j + 1] / dead[0];
    }
    double own = form(mean, mean);
    double both = 2 * form(mean, apart);
    double square = form(apart, apart);
    double ofMean = own * powers[0] + both * powers[1] + square * powers[2];
    double ofApart = own * powers[1] + both * powers[2] + square * powers[3];
    for (int j = 0; j < p; j++) {
      trace[j] += 2 * weight * (mean[j] * ofMean + apart[j] * ofApart);
    }
  }

  /** {@code a' V b}. */
  private double form(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < p; j++) {
      for (int k = 0; k < p; k++) {
        sum += a[j] * inverse[j][k] * b[k];
      }
    }
    return sum;
  }
}
