package org.hepatica.survival.cox;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Sums over all subsets of d of some subjects of the product of their odds, with those of the
 * subsets' sums of covariates and of the products of these. A mergeable state: the totals of two
 * groups together are products of theirs. Mutable, for one thread.
 *
 * <p>The recursion over subjects is that of Gail, Lubin and Rubinstein 1981,
 * doi:10.1093/biomet/68.3.703. It is run on probabilities {@code o / (1 + o)}, with odds scaled so
 * that about d subjects are expected: its terms are then probabilities of a count, which do not
 * overflow.
 */
public final class SubsetTotals implements Serializable {

  private static final long serialVersionUID = 1L;

  private final int d;
  private final int p;
  private final double logScale;

  /** Covariates are taken from here, so that variances are no differences of large numbers. */
  private final double[] centre;

  /** By size of the subset: probability; then times sums of x, and of x x' as a triangle. */
  private final double[] zeroth;

  private final double[][] first;
  private final double[][] second;
  private double logNone;

  /**
   * Nobody yet.
   *
   * @param deaths d, at least 1
   * @param logScale the logarithm of what odds are hazard ratios times of
   * @param centre what covariates are taken from, one a column
   */
  SubsetTotals(int deaths, double logScale, double[] centre) {
    this.d = deaths;
    this.p = centre.length;
    this.logScale = logScale;
    this.centre = centre;
    zeroth = new double[d + 1];
    first = new double[d + 1][p];
    second = new double[d + 1][p * (p + 1) / 2];
    zeroth[0] = 1;
  }

  /**
   * Adds equal subjects.
   *
   * @param eta their linear predictor
   * @param x their covariates; overwritten
   * @param subjects how many
   */
  public void add(double eta, double[] x, long subjects) {
    double odds = Math.exp(eta + logScale);
    for (int j = 0; j < p; j++) {
      x[j] -= centre[j];
    }
    for (long copy = 0; copy < subjects; copy++) {
      logNone -= Math.log1p(odds);
      add(odds / (1 + odds), 1 / (1 + odds), x);
    }
  }

  private void add(double in, double out, double[] x) {
    for (int k = d; k > 0; k--) {
      int cell = 0;
      for (int j = 0; j < p; j++) {
        for (int l = 0; l <= j; l++, cell++) {
          second[k][cell] = out * second[k][cell] + in * joined(k - 1, j, l, cell, x);
        }
      }
      for (int j = 0; j < p; j++) {
        first[k][j] = out * first[k][j] + in * (first[k - 1][j] + x[j] * zeroth[k - 1]);
      }
      zeroth[k] = out * zeroth[k] + in * zeroth[k - 1];
    }
    zeroth[0] *= out;
  }

  private double joined(int k, int j, int l, int cell, double[] x) {
    return second[k][cell] + x[j] * first[k][l] + x[l] * first[k][j] + x[j] * x[l] * zeroth[k];
  }

  /** Adds other subjects, whose totals have the same scale and centre; gives this. */
  public SubsetTotals merge(SubsetTotals other) {
    for (int k = d; k >= 0; k--) {
      double sum = 0;
      double[] sum1 = new double[p];
      double[] sum2 = new double[p * (p + 1) / 2];
      for (int own = 0; own <= k; own++) {
        sum += zeroth[own] * other.zeroth[k - own];
        addProducts(own, other, k - own, sum1, sum2);
      }
      // Larger subsets are done with, and smaller ones are all that is still needed.
      zeroth[k] = sum;
      first[k] = sum1;
      second[k] = sum2;
    }
    logNone += other.logNone;
    return this;
  }

  private void addProducts(int own, SubsetTotals other, int rest, double[] sum1, double[] sum2) {
    double[] a = first[own];
    double[] b = other.first[rest];
    int cell = 0;
    for (int j = 0; j < p; j++) {
      sum1[j] += a[j] * other.zeroth[rest] + zeroth[own] * b[j];
      for (int l = 0; l <= j; l++, cell++) {
        sum2[cell] +=
            second[own][cell] * other.zeroth[rest]
                + a[j] * b[l]
                + a[l] * b[j]
                + zeroth[own] * other.second[rest][cell];
      }
    }
  }

  /** Whether the scale made the sum vanish, which another would not. */
  boolean isLost() {
    return !(zeroth[d] > 1e-250);
  }

  /** Whether of too few subjects are expected, where the sum vanished, and not too many. */
  boolean wantsLargerOdds() {
    return Arrays.stream(zeroth).sum() > 0.5;
  }

  /**
   * Takes the denominator of a time's likelihood off a log-likelihood's derivatives.
   *
   * @return what it takes off the log-likelihood itself
   */
  double takeOff(double[] gradient, double[][] information) {
    double[] mean = mean();
    double[][] variance = variance();
    for (int j = 0; j < p; j++) {
      gradient[j] -= mean[j];
      for (int k = 0; k < p; k++) {
        information[j][k] += variance[j][k];
      }
    }
    return logSum();
  }

  /** Log of the sum over subsets. */
  double logSum() {
    return Math.log(zeroth[d]) - logNone - d * logScale;
  }

  /** The mean of a subset's sum of covariates. */
  double[] mean() {
    double[] mean = new double[p];
    for (int j = 0; j < p; j++) {
      mean[j] = first[d][j] / zeroth[d] + d * centre[j];
    }
    return mean;
  }

  /** Its variance. */
  double[][] variance() {
    double[][] variance = new double[p][p];
    int cell = 0;
    for (int j = 0; j < p; j++) {
      for (int l = 0; l <= j; l++, cell++) {
        double centred = first[d][j] / zeroth[d] * (first[d][l] / zeroth[d]);
        variance[j][l] = variance[l][j] = second[d][cell] / zeroth[d] - centred;
      }
    }
    return variance;
  }
}
