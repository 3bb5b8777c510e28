package org.hepatica.ml.show;

import org.hepatica.survival.SurvivalCurve;
import org.hepatica.survival.SurvivalQuantile;

/** The time by which a share has had the event. Null is what does not exist. */
record CurveQuantile(double probability, Double time, Double confLow, Double confHigh) {

  static CurveQuantile of(SurvivalCurve curve, double probability) {
    SurvivalQuantile quantile = curve.quantile(probability);
    return new CurveQuantile(
        probability,
        Tidy.number(quantile.time()),
        Tidy.number(quantile.confLow()),
        Tidy.number(quantile.confHigh()));
  }
}
