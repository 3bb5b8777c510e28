package org.hepatica.survival.cox;

import java.util.Arrays;

/**
 * Sums of weighted hazard ratios times 1, x and x x' over a set of subjects, relative to {@code
 * exp(shift)}.
 *
 * <p>The shift follows the largest linear predictor added, so that no exponential overflows and no
 * set vanishes. Mergeable; mutable, for one thread.
 */
public final class RiskSums {

  /** A linear predictor may exceed the shift by this before the sums are scaled anew. */
  private static final double HEADROOM = 30;

  private final int columns;

  /** The sums are to be multiplied by the exponential of this. */
  double shift = Double.NEGATIVE_INFINITY;

  /** Sum of hazard ratios. */
  double s0;

  /** Sum of hazard ratio times x. */
  final double[] s1;

  /** Sum of hazard ratio times x x', the lower triangle row after row. */
  final double[] s2;

  /**
   * The empty set.
   *
   * @param columns number of covariates
   */
  public RiskSums(int columns) {
    this.columns = columns;
    s1 = new double[columns];
    s2 = new double[columns * (columns + 1) / 2];
  }

  /**
   * Sums that were added up elsewhere.
   *
   * @param shift the sums are to be multiplied by the exponential of this
   * @param s0 sum of weighted hazard ratios
   * @param s1 the same times x; copied
   * @param s2 the same times x x', the lower triangle row after row; copied
   * @return the set
   * @throws IllegalArgumentException if s2 has not the length of the triangle
   */
  public static RiskSums of(double shift, double s0, double[] s1, double[] s2) {
    RiskSums sums = new RiskSums(s1.length);
    FollowUp.requireLength("lower triangle", sums.s2.length, s2.length);
    sums.shift = shift;
    sums.s0 = s0;
    System.arraycopy(s1, 0, sums.s1, 0, s1.length);
    System.arraycopy(s2, 0, sums.s2, 0, s2.length);
    return sums;
  }

  /** Empties the set. */
  public void clear() {
    shift = Double.NEGATIVE_INFINITY;
    s0 = 0;
    Arrays.fill(s1, 0);
    Arrays.fill(s2, 0);
  }

  /**
   * Adds subjects with one row of covariates.
   *
   * @param eta their linear predictor
   * @param mass their number or weight
   * @param x covariates of many rows
   * @param from where theirs begin
   */
  public void add(double eta, double mass, double[] x, int from) {
    if (eta > shift + HEADROOM) {
      rescale(eta);
    }
    double weight = mass * Math.exp(eta - shift);
    s0 += weight;
    int cell = 0;
    for (int j = 0; j < columns; j++) {
      double weighted = weight * x[from + j];
      s1[j] += weighted;
      for (int k = 0; k <= j; k++) {
        s2[cell++] += weighted * x[from + k];
      }
    }
  }

  /** Adds another set. */
  public void merge(RiskSums other) {
    if (other.s0 == 0) {
      return;
    }
    if (other.shift > shift) {
      rescale(other.shift);
    }
    double factor = Math.exp(other.shift - shift);
    s0 += factor * other.s0;
    for (int j = 0; j < s1.length; j++) {
      s1[j] += factor * other.s1[j];
    }
    for (int cell = 0; cell < s2.length; cell++) {
      s2[cell] += factor * other.s2[cell];
    }
  }

  /** Expresses the sums relative to another shift. */
  void rescale(double newShift) {
    double factor = s0 == 0 ? 0 : Math.exp(shift - newShift);
    shift = newShift;
    s0 *= factor;
    for (int j = 0; j < s1.length; j++) {
      s1[j] *= factor;
    }
    for (int cell = 0; cell < s2.length; cell++) {
      s2[cell] *= factor;
    }
  }
}
