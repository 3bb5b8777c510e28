package org.hepatica.ml.show;

import org.hepatica.ml.MeanContrast;
import org.hepatica.survival.Interval;
import org.hepatica.survival.RestrictedMeanContrast.Contrast;
import org.hepatica.survival.TestResult;

/**
 * A group's restricted mean against the first group's. Null is what does not exist: tests of a
 * standard error of 0, a ratio to a mean of 0.
 */
record ShownContrast(
    String group,
    String reference,
    double rmstDifference,
    double rmstDifferenceStdError,
    Double rmstDifferenceConfLow,
    Double rmstDifferenceConfHigh,
    Double rmstDifferencePValue,
    Double rmstRatio,
    Double rmstRatioConfLow,
    Double rmstRatioConfHigh,
    Double rmstRatioPValue) {

  static ShownContrast of(MeanContrast contrast, double level) {
    Contrast difference = contrast.contrast().difference();
    Interval between = difference.interval(level);
    Contrast ratio = contrast.contrast().ratio().orElse(null);
    Interval times = ratio == null ? null : ratio.interval(level).exp();
    return new ShownContrast(
        contrast.group(),
        contrast.reference(),
        difference.estimate(),
        difference.stdError(),
        Tidy.number(between.low()),
        Tidy.number(between.high()),
        pValue(difference),
        ratio == null ? null : Math.exp(ratio.estimate()),
        ratio == null ? null : Tidy.number(times.low()),
        ratio == null ? null : Tidy.number(times.high()),
        ratio == null ? null : pValue(ratio));
  }

  private static Double pValue(Contrast contrast) {
    return contrast.test().map(TestResult::pValue).orElse(null);
  }
}
