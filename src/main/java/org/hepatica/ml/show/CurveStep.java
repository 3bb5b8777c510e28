package org.hepatica.ml.show;

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
 */
record CurveStep(
    double time,
    long nRisk,
    long nEvent,
    long nCensor,
    double survival,
    Double stdError,
    Double confLow,
    Double confHigh) {

  /** Every step of a curve. */
  static List<CurveStep> all(SurvivalCurve curve) {
    double[] time = curve.time();
    long[] risk = curve.nRisk();
    long[] events = curve.nEvent();
    long[] censored = curve.nCensor();
    double[] survival = curve.survival();
    double[] error = curve.stdError();
    double[] low = curve.confLow();
    double[] high = curve.confHigh();
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
                    Tidy.number(high[i])))
        .toList();
  }

  /** At times, as R's summary() of a curve. */
  static List<CurveStep> at(SurvivalCurve curve, double... times) {
    return curve.periods(times).stream().map(CurveStep::of).toList();
  }

  private static CurveStep of(SurvivalPeriod period) {
    return new CurveStep(
        period.end().time(),
        period.end().nRisk(),
        period.nEvent(),
        period.nCensor(),
        period.end().survival(),
        Tidy.number(period.end().stdError()),
        Tidy.number(period.end().confLow()),
        Tidy.number(period.end().confHigh()));
  }
}
