package org.hepatica.survival.competing;

/**
 * The covariance of Gray's scores in one stratum: a sum of squares whose integrands contain their
 * own value at the end.
 *
 * <p>A term of group k adds {@code u (b_i + s C_ik) (b_j + s C_jk)}, where C is what the drift has
 * become when all times are past. Sums of {@code u b b'}, {@code u b s} and {@code u s s} keep that
 * as a polynomial in C.
 */
final class GrayCovariance {

  private final int groups;
  private final double[][] drift;
  private final double[][] constant;
  private final double[][] linear;
  private final double[] square;

  GrayCovariance(int groups) {
    this.groups = groups;
    drift = new double[groups][groups];
    constant = new double[groups][groups];
    linear = new double[groups][groups];
    square = new double[groups];
  }

  /** Moves C_ik of a group k. */
  void addDrift(int i, int k, double amount) {
    drift[i][k] += amount;
  }

  /** C_ik so far. */
  double drift(int i, int k) {
    return drift[i][k];
  }

  /** Adds a term of group k with weight u, base b and slope s. */
  void addTerm(int k, double u, double[] base, double slope) {
    square[k] += u * slope * slope;
    for (int i = 0; i < groups; i++) {
      linear[i][k] += u * base[i] * slope;
      for (int j = 0; j < groups; j++) {
        constant[i][j] += u * base[i] * base[j];
      }
    }
  }

  /** The covariance of the scores of two groups, when all times are past. */
  double of(int i, int j) {
    double sum = constant[i][j];
    for (int k = 0; k < groups; k++) {
      sum += drift[i][k] * drift[j][k] * square[k];
      sum += drift[i][k] * linear[j][k] + drift[j][k] * linear[i][k];
    }
    return sum;
  }
}
