package org.hepatica.survival.cox;

/** Martingale and score residuals of the rows of a fit, in standardised columns. */
final class RowResiduals {

  private final FittedRows fitted;
  private final CoxRows rows;
  private final double[] hazard;
  private final double[][] hazardX;

  RowResiduals(FittedRows fitted) {
    this.fitted = fitted;
    this.rows = fitted.rows;
    hazard = HazardSteps.cumulative(fitted.steps.hazard(), rows.events);
    hazardX = HazardSteps.cumulative(fitted.steps.hazardX(), rows.events, rows.columns);
  }

  /** Event less expected events of a subject of the row. */
  double martingale(int i) {
    return (rows.event[i] ? 1 : 0) - fitted.ratio(i) * exposure(i);
  }

  /** The cumulative baseline hazard a subject of the row went through. */
  private double exposure(int i) {
    double spared = rows.event[i] ? fitted.steps.dead()[rows.last[i]] : 0;
    return between(hazard, i) - spared;
  }

  private double between(double[] sums, int i) {
    int first = rows.first[i];
    return sums[rows.last[i]] - (rows.events.isFirst(first) ? 0 : sums[first + 1]);
  }

  /** A subject's part of the gradient, {@code integral (x - mean x) dM}. */
  double[] score(int i) {
    int p = rows.columns;
    int last = rows.last[i];
    int first = rows.first[i];
    boolean whole = rows.events.isFirst(first);
    double ratio = fitted.ratio(i);
    double exposure = exposure(i);
    double[] score = new double[p];
    for (int j = 0; j < p; j++) {
      double x = rows.x[i * p + j];
      double mean = hazardX[last][j] - (whole ? 0 : hazardX[first + 1][j]);
      if (rows.event[i]) {
        mean -= fitted.steps.deadX()[last][j];
        score[j] = x - fitted.steps.meanX()[last][j];
      }
      score[j] -= ratio * (x * exposure - mean);
    }
    return score;
  }
}
