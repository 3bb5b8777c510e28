package org.hepatica.ml.show;

import java.util.Optional;
import org.hepatica.survival.Interval;
import org.hepatica.survival.WaldEstimate;
import org.hepatica.survival.cox.CoxCoefficient;
import org.hepatica.survival.cox.CoxFit;

/**
 * A column of a Cox model as it is written. Null is what does not exist: everything of a column
 * that was not estimated.
 *
 * @param term the column, as R names it
 * @param estimate log hazard ratio
 * @param stdError from the information, also where the robust one counts
 * @param robustStdError where the variance is robust
 * @param statistic Wald's z, robust where the variance is
 * @param pValue of z
 * @param confLow bounds the estimate
 * @param confHigh bounds the estimate
 * @param hazardRatio exponential of the estimate
 * @param hazardRatioLow bounds the hazard ratio
 * @param hazardRatioHigh bounds the hazard ratio
 */
record ModelTerm(
    String term,
    Double estimate,
    Double stdError,
    Double robustStdError,
    Double statistic,
    Double pValue,
    Double confLow,
    Double confHigh,
    Double hazardRatio,
    Double hazardRatioLow,
    Double hazardRatioHigh) {

  /** A column that was not estimated. */
  static ModelTerm none(String name) {
    return new ModelTerm(name, null, null, null, null, null, null, null, null, null, null);
  }

  /** An estimate that has no standard error. */
  static ModelTerm of(String name, double estimate) {
    return new ModelTerm(
        name,
        Tidy.number(estimate),
        null,
        null,
        null,
        null,
        null,
        null,
        Tidy.number(Math.exp(estimate)),
        null,
        null);
  }

  static ModelTerm of(CoxCoefficient coefficient, CoxFit fit, double level) {
    String name = coefficient.name();
    Optional<WaldEstimate> present = coefficient.estimate();
    if (present.isEmpty()) {
      return none(name);
    }
    WaldEstimate wald = present.get();
    double ofModel =
        fit.modelCovariance().map(c -> Math.sqrt(c.of(name, name))).orElse(wald.stdError());
    return of(name, wald, ofModel, fit.isRobust() ? Tidy.number(wald.stdError()) : null, level);
  }

  /**
   * An estimate whose test and interval are given.
   *
   * @param error the standard error that stands beside it
   * @param robust the robust one, where it is another
   */
  static ModelTerm of(String name, WaldEstimate wald, double error, Double robust, double level) {
    Interval interval = wald.interval(level);
    return new ModelTerm(
        name,
        Tidy.number(wald.coefficient()),
        Tidy.number(error),
        robust,
        Tidy.number(wald.z()),
        Tidy.number(wald.pValue()),
        Tidy.number(interval.low()),
        Tidy.number(interval.high()),
        Tidy.number(wald.hazardRatio()),
        Tidy.number(interval.exp().low()),
        Tidy.number(interval.exp().high()));
  }
}
