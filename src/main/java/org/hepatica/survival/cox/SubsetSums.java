package org.hepatica.survival.cox;

/**
 * The sum of the products of hazard ratios over all subsets of d of those at risk, with mean and
 * variance of the subsets' sums of covariates; see {@link ExactLikelihood}.
 */
final class SubsetSums {

  private final CoxRows rows;
  private final int[] atRisk;
  private final double[] eta;
  private final int d;
  private final int p;
  private final double logScale;

  /** Covariates are taken from here, so that variances are no differences of large numbers. */
  private final double[] centre;

  /** By size of the subset: probability; then times sums of x, and of x x'. */
  private final double[] zeroth;

  private final double[][] first;
  private final double[][] second;
  private double logNone;

  SubsetSums(CoxRows rows, int[] atRisk, double[] eta, long deaths) {
    this.rows = rows;
    this.atRisk = atRisk;
    this.eta = eta;
    this.p = rows.columns;
    this.d = Math.toIntExact(deaths);
    logScale = logScale();
    centre = centre();
    zeroth = new double[d + 1];
    first = new double[d + 1][p];
    second = new double[d + 1][p * (p + 1) / 2];
    zeroth[0] = 1;
    double[] x = new double[p];
    for (int i : atRisk) {
      double odds = Math.exp(eta[i] + logScale);
      for (int j = 0; j < p; j++) {
        x[j] = rows.x[i * p + j] - centre[j];
      }
      for (long copy = 0; copy < rows.frequency[i]; copy++) {
        logNone -= Math.log1p(odds);
        add(odds / (1 + odds), 1 / (1 + odds), x);
      }
    }
  }

  private void add(double in, double out, double[] x) {
    for (int k = d; k >= 0; k--) {
      int cell = 0;
      for (int j = 0; j < p; j++) {
        for (int l = 0; l <= j; l++, cell++) {
          double joined = k == 0 ? 0 : joined(k - 1, j, l, cell, x);
          second[k][cell] = out * second[k][cell] + in * joined;
        }
      }
      for (int j = 0; j < p; j++) {
        double joined = k == 0 ? 0 : first[k - 1][j] + x[j] * zeroth[k - 1];
        first[k][j] = out * first[k][j] + in * joined;
      }
      zeroth[k] = out * zeroth[k] + (k == 0 ? 0 : in * zeroth[k - 1]);
    }
  }

  private double joined(int k, int j, int l, int cell, double[] x) {
    return second[k][cell] + x[j] * first[k][l] + x[l] * first[k][j] + x[j] * x[l] * zeroth[k];
  }

  /** The scale of the odds at which d of those at risk are expected, by bisection of its log. */
  private double logScale() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i : atRisk) {
      low = Math.min(low, -eta[i]);
      high = Math.max(high, -eta[i]);
    }
    low -= 50;
    high += 50;
    for (int halving = 0; halving < 60; halving++) {
      double middle = (low + high) / 2;
      if (expected(middle) < d) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private double expected(double scale) {
    double sum = 0;
    for (int i : atRisk) {
      sum += rows.frequency[i] / (1 + Math.exp(-eta[i] - scale));
    }
    return sum;
  }

  private double[] centre() {
    double[] mean = new double[p];
    double weight = expected(logScale);
    for (int i : atRisk) {
      double share = rows.frequency[i] / (1 + Math.exp(-eta[i] - logScale)) / weight;
      for (int j = 0; j < p; j++) {
        mean[j] += share * rows.x[i * p + j];
      }
    }
    return mean;
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
