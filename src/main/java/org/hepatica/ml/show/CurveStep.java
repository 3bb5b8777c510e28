package org.hepatica.ml.show;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.IntStream;
import org.hepatica.survival.SurvivalCurve;
import org.hepatica.survival.SurvivalPeriod;

/**
 * A curve at a time. Null is what does not exist.
 *
 * @param time the time
 * @param nRisk at risk just before it
 * @param nEvent events at it, or since the time asked for before it
 * @param nCensor censored alike
 * @param survival survival after it
 * @param stdError of survival, not of its logarithm
 * @param confLow lower bound
 * @param confHigh upper bound
 * @param nRiskWeighted sum of case weights at risk; null where every weight is 1
 * @param nEventWeighted of the events, alike
 * @param nCensorWeighted of the censored, alike
 */
record CurveStep(
    double time,
    long nRisk,
    long nEvent,
    long nCensor,
    double survival,
    Double stdError,
    Double confLow,
    Double confHigh,
    @JsonInclude(JsonInclude.Include.NON_NULL) Double nRiskWeighted,
    @JsonInclude(JsonInclude.Include.NON_NULL) Double nEventWeighted,
    @JsonInclude(JsonInclude.Include.NON_NULL) Double nCensorWeighted) {

  /** Every step of a curve. */
  static List<CurveStep> all(SurvivalCurve curve, boolean weighted) {
    double[] time = curve.time();
    long[] risk = curve.nRisk();
    long[] events = curve.nEvent();
    long[] censored = curve.nCensor();
    double[] survival = curve.survival();
    double[] error = curve.stdError();
    double[] low = curve.confLow();
    double[] high = curve.confHigh();
    double[] riskWeight = curve.weightAtRisk();
    double[] eventWeight = curve.weightOfEvents();
    double[] censoredWeight = curve.weightCensored();
    return IntStream.range(0, time.length)
        .mapToObj(
            i ->
                new CurveStep(
                    time[i],
                    risk[i],
                    events[i],
                    censored[i],
                    survival[i],
                    Tidy.number(error[i]),
                    Tidy.number(low[i]),
                    Tidy.number(high[i]),
                    weighted ? riskWeight[i] : null,
                    weighted ? eventWeight[i] : null,
                    weighted ? censoredWeight[i] : null))
        .toList();
  }

  /** At times, as R's summary() of a curve. */
  static List<CurveStep> at(SurvivalCurve curve, boolean weighted, double... times) {
    return curve.periods(times).stream().map(period -> of(period, weighted)).toList();
  }

  private static CurveStep of(SurvivalPeriod period, boolean weighted) {
    return new CurveStep(
        period.end().time(),
        period.end().nRisk(),
        period.nEvent(),
        period.nCensor(),
        period.end().survival(),
        Tidy.number(period.end().stdError()),
        Tidy.number(period.end().confLow()),
        Tidy.number(period.end().confHigh()),
        weighted ? period.weightAtRisk() : null,
        weighted ? period.weightOfEvents() : null,
        weighted ? period.weightCensored() : null);
  }
}
