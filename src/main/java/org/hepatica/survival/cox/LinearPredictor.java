package org.hepatica.survival.cox;

import java.util.Map;
import org.hepatica.survival.WaldEstimate;

/**
 * The linear predictor of a fit, {@code sum b (x - centre) + offset}, centred as R centres it: at
 * the weighted mean of a column and of the offset, at 0 if a column has no values but -1, 0 and 1.
 */
public final class LinearPredictor {

  /** Far beyond the effect of any column with an estimate. */
  private static final double FAR = 1e6;

  private final CoxFit fit;
  private final double[] coefficient;
  private final double[] centre;
  private final double offsetCentre;

  private LinearPredictor(CoxFit fit, double[] coefficient, double[] centre, double offsetCentre) {
    this.fit = fit;
    this.coefficient = coefficient;
    this.centre = centre;
    this.offsetCentre = offsetCentre;
  }

  /**
   * The predictor of a fit.
   *
   * @param data what was fitted
   * @param fit its fit; a column without an estimate takes no part
   * @return the predictor
   */
  public static LinearPredictor of(CoxData data, CoxFit fit) {
    return of(data, fit, 0);
  }

  /**
   * The predictor's order in the limit: a column that runs to infinity decides before all others.
   */
  static LinearPredictor inTheLimit(CoxData data, CoxFit fit) {
    return of(data, fit, FAR);
  }

  private static LinearPredictor of(CoxData data, CoxFit fit, double infinite) {
    ColumnScale scale = new ColumnScale(data);
    int p = data.names().size();
    double[] coefficient = new double[p];
    double[] centre = new double[p];
    for (int j = 0; j < p; j++) {
      CoxCoefficient found = fit.coefficient(data.names().get(j));
      double limit = found.status().direction() * infinite / scale.deviation(j);
      coefficient[j] = found.estimate().map(WaldEstimate::coefficient).orElse(limit);
      centre[j] = centre(data, j);
    }
    return new LinearPredictor(fit, coefficient, centre, CoxRows.meanOffset(data));
  }

  private static double centre(CoxData data, int j) {
    double sum = 0;
    double weight = 0;
    boolean signs = true;
    for (int i = 0; i < data.size(); i++) {
      double mass = data.weight(i) * data.frequency(i);
      double x = data.value(i, j);
      sum += mass * x;
      weight += mass;
      signs &= mass == 0 || x == 0 || Math.abs(x) == 1;
    }
    return signs || weight == 0 ? 0 : sum / weight;
  }

  /** The predictor of each row of data with the columns of the fit, in the same order. */
  public double[] values(CoxData data) {
    double[] values = new double[data.size()];
    for (int i = 0; i < values.length; i++) {
      double sum = data.offset(i) - offsetCentre;
      for (int j = 0; j < coefficient.length; j++) {
        sum += coefficient[j] * (data.value(i, j) - centre[j]);
      }
      values[i] = sum;
    }
    return values;
  }

  /**
   * The covariates of a subject, in the order of the fit's columns.
   *
   * @param covariates by column
   * @return one number a column
   * @throws IllegalArgumentException if a column with an estimate is missing
   */
  double[] row(Map<String, Double> covariates) {
    double[] row = new double[coefficient.length];
    for (int j = 0; j < row.length; j++) {
      CoxCoefficient column = fit.coefficients().get(j);
      Double value = covariates.get(column.name());
      if (value == null && column.estimate().isPresent()) {
        throw new IllegalArgumentException("no value of " + column.name() + " in " + covariates);
      }
      row[j] = value == null ? 0 : value;
    }
    return row;
  }

  /** The centres, one a column: the subject of the mean curve. */
  double[] centre() {
    return centre.clone();
  }
}
