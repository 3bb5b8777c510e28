package org.hepatica.ml.show;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.hepatica.survival.competing.IncidenceCurve;
import org.hepatica.survival.competing.IncidencePoint;

/**
 * A cumulative incidence at a time. Null is what does not exist.
 *
 * @param time the time
 * @param estimate the probability of the cause by then
 * @param stdError its standard error
 * @param confLow lower bound; null where the estimate is 0 or 1
 * @param confHigh upper bound; null where the estimate is 0 or 1
 */
record IncidenceStep(
    double time, double estimate, Double stdError, Double confLow, Double confHigh) {

  /** Every step of a curve: the times at which somebody had the cause. */
  static List<IncidenceStep> all(IncidenceCurve curve) {
    return at(curve, curve.time());
  }

  /** At times; past the last follow-up nothing is known, and there is no row. */
  static List<IncidenceStep> at(IncidenceCurve curve, double... times) {
    return DoubleStream.of(times)
        .mapToObj(curve::at)
        .flatMap(Optional::stream)
        .map(IncidenceStep::of)
        .toList();
  }

  private static IncidenceStep of(IncidencePoint point) {
    return new IncidenceStep(
        point.time(),
        point.estimate(),
        Tidy.number(point.stdError()),
        Tidy.number(point.confLow()),
        Tidy.number(point.confHigh()));
  }
}
