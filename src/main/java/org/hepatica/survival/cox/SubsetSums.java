package org.hepatica.survival.cox;

import java.util.Arrays;

/** The subsets of d of those at risk at a time; see {@link ExactLikelihood}. */
final class SubsetSums {

  private final CoxRows rows;
  private final int[] atRisk;
  private final double[] eta;
  private final double d;

  private SubsetSums(CoxRows rows, int[] atRisk, double[] eta, double d) {
    this.rows = rows;
    this.atRisk = atRisk;
    this.eta = eta;
    this.d = d;
  }

  static SubsetTotals of(CoxRows rows, int[] atRisk, double[] eta, long deaths) {
    return new SubsetSums(rows, atRisk, eta, deaths).totals(Math.toIntExact(deaths));
  }

  private SubsetTotals totals(int deaths) {
    double logScale = logScale();
    SubsetTotals totals = new SubsetTotals(deaths, logScale, centre(logScale));
    int p = rows.columns;
    for (int i : atRisk) {
      totals.add(eta[i], Arrays.copyOfRange(rows.x, i * p, (i + 1) * p), rows.frequency[i]);
    }
    return totals;
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

  private double[] centre(double logScale) {
    int p = rows.columns;
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
}
