package org.hepatica.ml.show;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hepatica.ml.Curves;
import org.hepatica.ml.GroupCurve;
import org.hepatica.survival.RestrictedMean;
import org.hepatica.survival.SurvivalCurve;
import org.hepatica.survival.SurvivalQuantile;

/**
 * A group's curve with its summary. Null is what does not exist; what was not asked for, or says
 * nothing, is left out of the JSON.
 *
 * @param nMax the most at risk at any time, case weights added up: R's {@code n.max}; null where it
 *     and nStart are n
 * @param nStart at risk at the first time, likewise
 * @param eventsWeighted sum of the events' case weights; null where every weight is 1
 * @param quantiles asked for
 */
record CurveGroup(
    String group,
    long n,
    long events,
    Double median,
    Double medianConfLow,
    Double medianConfHigh,
    Double rmst,
    Double rmstStdError,
    @JsonInclude(JsonInclude.Include.NON_NULL) Double nMax,
    @JsonInclude(JsonInclude.Include.NON_NULL) Double nStart,
    @JsonInclude(JsonInclude.Include.NON_NULL) Double eventsWeighted,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<CurveQuantile> quantiles,
    List<CurveStep> curve) {

  /** The groups of curves; weights are shown of all or none. */
  static List<CurveGroup> of(Curves curves, CurveOptions options) {
    boolean weighted = curves.groups().stream().anyMatch(g -> isWeighted(g.curve()));
    boolean varying = weighted || curves.lateEntries();
    return curves.groups().stream().map(g -> of(g, options, weighted, varying)).toList();
  }

  private static boolean isWeighted(SurvivalCurve curve) {
    double[] counted = Arrays.stream(curve.nRisk()).asDoubleStream().toArray();
    return !Arrays.equals(curve.weightAtRisk(), counted);
  }

  private static CurveGroup of(
      GroupCurve group, CurveOptions options, boolean weighted, boolean varying) {
    SurvivalCurve curve = group.curve();
    SurvivalQuantile median = curve.median();
    double[] risk = curve.weightAtRisk();
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
        varying ? Arrays.stream(risk).max().orElse(0) : null,
        varying ? Arrays.stream(risk).limit(1).sum() : null,
        weighted ? Arrays.stream(curve.weightOfEvents()).sum() : null,
        quantiles(curve, options),
        options.times().isEmpty()
            ? CurveStep.all(curve, weighted)
            : CurveStep.at(curve, weighted, options.moments()));
  }

  private static List<CurveQuantile> quantiles(SurvivalCurve curve, CurveOptions options) {
    return options.quantiles().isEmpty()
        ? null
        : options.quantiles().stream().map(share -> CurveQuantile.of(curve, share)).toList();
  }
}
