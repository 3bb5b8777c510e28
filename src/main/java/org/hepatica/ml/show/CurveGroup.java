package org.hepatica.ml.show;

import java.util.List;
import java.util.Optional;
import org.hepatica.ml.GroupCurve;
import org.hepatica.survival.RestrictedMean;
import org.hepatica.survival.SurvivalCurve;
import org.hepatica.survival.SurvivalQuantile;

/** A group's curve with its summary. Null is what does not exist. */
record CurveGroup(
    String group,
    long n,
    long events,
    Double median,
    Double medianConfLow,
    Double medianConfHigh,
    Double rmst,
    Double rmstStdError,
    List<CurveStep> curve) {

  static CurveGroup of(GroupCurve group, CurveOptions options) {
    SurvivalCurve curve = group.curve();
    SurvivalQuantile median = curve.median();
    Optional<RestrictedMean> mean =
        options.horizon().isPresent()
            ? curve.restrictedMean(options.horizon().getAsDouble())
            : Optional.empty();
    return new CurveGroup(
        group.group(),
        curve.n(),
        curve.events(),
        Tidy.number(median.time()),
        Tidy.number(median.confLow()),
        Tidy.number(median.confHigh()),
        mean.map(m -> Tidy.number(m.mean())).orElse(null),
        mean.map(m -> Tidy.number(m.stdError())).orElse(null),
        options.times().isEmpty() ? CurveStep.all(curve) : CurveStep.at(curve, options.moments()));
  }
}
