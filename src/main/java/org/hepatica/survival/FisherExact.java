package org.hepatica.survival;

/**
 * Fisher's exact test of a 2 x 2 table, two-sided: the probability of all tables with these margins
 * that are no more likely than the one seen.
 *
 * <p>Probabilities relative to the most likely table follow from the ratio of neighbours, {@code
 * P(a + 1) / P(a) = (r1 - a)(c1 - a) / ((a + 1)(r2 - c1 + a + 1))}, without factorials and so
 * without their cancellation.
 */
final class FisherExact {

  /** Tables as likely as the one seen but for rounding count as such: R's allowance. */
  private static final double ALLOWANCE = 1 + 1e-7;

  private FisherExact() {}

  /**
   * The P value.
   *
   * @param a upper left count
   * @param row1 sum of the first row
   * @param row2 sum of the second row
   * @param column1 sum of the first column
   */
  static double pValue(long a, long row1, long row2, long column1) {
    long low = Math.max(0, column1 - row2);
    long high = Math.min(row1, column1);
    double[] density = new double[Math.toIntExact(high - low + 1)];
    double ideal = (row1 + 1.0) * (column1 + 1.0) / (row1 + row2 + 2.0);
    int mode = (int) (Math.max(low, Math.min(high, (long) ideal)) - low);
    density[mode] = 1;
    for (int i = mode + 1; i < density.length; i++) {
      density[i] = density[i - 1] * ratio(low + i - 1, row1, row2, column1);
    }
    for (int i = mode - 1; i >= 0; i--) {
      density[i] = density[i + 1] / ratio(low + i, row1, row2, column1);
    }
    double limit = density[Math.toIntExact(a - low)] * ALLOWANCE;
    double all = 0;
    double extreme = 0;
    for (double value : density) {
      all += value;
      extreme += value <= limit ? value : 0;
    }
    return Math.min(1, extreme / all);
  }

  private static double ratio(long a, double row1, double row2, double column1) {
    return (row1 - a) * (column1 - a) / ((a + 1.0) * (row2 - column1 + a + 1));
  }
}
