package org.hepatica.survival.cox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.hepatica.survival.Interval;
import org.hepatica.survival.Tail;

/**
 * Survival that a fit predicts for given covariates, as R's {@code survfit.coxph}: Breslow's or
 * Efron's baseline hazard as the ties of the fit, the variance with its part for the estimated
 * coefficients, intervals symmetric in the cumulative hazard (R's type log).
 *
 * <p>With {@code d = sum of (x - mean x) dH}: {@code var H = r^2 (sum m sum(1/z^2) + d' V d)}.
 * Therneau and Grambsch 2000, chapter 10, doi:10.1007/978-1-4757-3294-8.
 */
public final class PredictedSurvival {

  private final CoxFit fit;
  private final FittedRows fitted;
  private final LinearPredictor predictor;
  private final double[][] covariance;
  private final double level;

  private PredictedSurvival(
      CoxFit fit, FittedRows fitted, LinearPredictor predictor, double level) {
    this.fit = fit;
    this.fitted = fitted;
    this.predictor = predictor;
    this.covariance = fit.covariance().toArray();
    this.level = level;
  }

  /**
   * Predictions of a fit, with intervals of 95 %.
   *
   * @param data what was fitted
   * @param fit its fit
   * @return its predictions
   * @throws IllegalArgumentException if a coefficient runs to infinity or ties are exact
   */
  public static PredictedSurvival of(CoxData data, CoxFit fit) {
    return new PredictedSurvival(
        fit, FittedRows.of(data, fit), LinearPredictor.of(data, fit), 0.95);
  }

  /**
   * The same with intervals of another level.
   *
   * @param newLevel strictly between 0 and 1
   * @return the changed predictions
   */
  public PredictedSurvival withLevel(double newLevel) {
    Tail.deviateFor(newLevel);
    return new PredictedSurvival(fit, fitted, predictor, newLevel);
  }

  /**
   * The curve of a subject whose columns all have their centre: the mean, or 0 of an indicator.
   *
   * @param stratum its stratum; 0 if the data have none
   * @return the steps at the event times, ascending; empty if the stratum has no event
   */
  public List<PredictedPoint> atCentre(int stratum) {
    return curve(predictor.centre(), stratum);
  }

  /**
   * The curve of a subject.
   *
   * @param covariates by column; columns without an estimate may be missing
   * @param stratum its stratum; 0 if the data have none
   * @return the steps at the event times, ascending; empty if the stratum has no event
   * @throws IllegalArgumentException if a column with an estimate is missing
   */
  public List<PredictedPoint> of(Map<String, Double> covariates, int stratum) {
    return curve(predictor.row(covariates), stratum);
  }

  private List<PredictedPoint> curve(double[] row, int stratum) {
    int p = fitted.columns();
    double[] x = new double[p];
    double eta = 0;
    for (int j = 0; j < p; j++) {
      x[j] = fitted.scale.standardise(row[fitted.kept[j]], fitted.kept[j]);
      eta += fitted.beta[j] * x[j];
    }
    EventTimes events = fitted.rows.events;
    HazardSteps steps = fitted.steps;
    List<PredictedPoint> points = new ArrayList<>();
    double hazard = 0;
    double variance = 0;
    double[] distance = new double[p];
    for (int e = events.size() - 1; e >= 0; e--) {
      if (events.stratum(e) == stratum) {
        hazard += steps.hazard()[e];
        variance += steps.variance()[e];
        for (int j = 0; j < p; j++) {
          double unit = fitted.scale.deviation(fitted.kept[j]);
          distance[j] += unit * (x[j] * steps.hazard()[e] - steps.hazardX()[e][j]);
        }
        double error = Math.sqrt(variance + quadratic(distance));
        points.add(point(events.time(e), hazard * Math.exp(eta), error * Math.exp(eta)));
      }
    }
    return Collections.unmodifiableList(points);
  }

  private double quadratic(double[] d) {
    double sum = 0;
    for (int j = 0; j < d.length; j++) {
      for (int k = 0; k < d.length; k++) {
        sum += d[j] * covariance[j][k] * d[k];
      }
    }
    return sum;
  }

  private PredictedPoint point(double time, double hazard, double error) {
    double width = Tail.deviateFor(level) * error;
    double low = Math.exp(-hazard - width);
    double high = Math.min(1, Math.exp(-hazard + width));
    return new PredictedPoint(time, hazard, error, Math.exp(-hazard), new Interval(low, high));
  }
}
