package org.hepatica.ml.direct;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.hepatica.survival.cox.ProportionalHazardsTest;
import org.hepatica.survival.cox.RangeStart;
import org.hepatica.survival.cox.ScaleSums;
import org.hepatica.survival.cox.TimeCounts;

/**
 * A scale of time over ranges: each range makes its own values, from what the ranges before it and
 * all ranges together come to, a few numbers a range.
 *
 * @param test says the scale
 * @param starts by range, what there is before it
 * @param all sums over all ranges
 */
record RangeScale(ProportionalHazardsTest test, RangeStart[] starts, ScaleSums all)
    implements Serializable {

  private record Counted(double leaving, double entering) implements Serializable {

    static Counted of(TimeCounts counts) {
      double leaving = 0;
      double entering = 0;
      for (int t = 0; t < counts.times().length; t++) {
        leaving += counts.leaving()[t];
        entering += counts.entering()[t];
      }
      return new Counted(leaving, entering);
    }
  }

  /**
   * Asks ranges for their numbers.
   *
   * @throws IllegalArgumentException if an event time has no value on the scale
   */
  static RangeScale of(JavaRDD<RangeRows> ranges, ProportionalHazardsTest test) {
    List<Counted> counted = ranges.map(range -> Counted.of(range.slots().timeCounts())).collect();
    RangeStart[] begun =
        RangeStart.of(
            counted.stream().mapToDouble(Counted::leaving).toArray(),
            counted.stream().mapToDouble(Counted::entering).toArray());
    List<Double> factors = ranges.map(range -> counts(range, begun).lastSurvival()).collect();
    RangeStart[] starts =
        RangeStart.withCurves(begun, factors.stream().mapToDouble(f -> f).toArray());
    ScaleSums all =
        InOrder.reduceNumbers(
            ranges.map(range -> test.sums(counts(range, starts))), ScaleSums::merge);
    all.refuseEventsWithout();
    return new RangeScale(test, starts, all);
  }

  private static TimeCounts counts(RangeRows range, RangeStart[] starts) {
    return range.slots().timeCounts().after(starts[range.number()]);
  }

  /** The scale at each slot of a range, less its mean over all events. */
  double[] of(RangeRows range) {
    return range.slots().bySlot(test.scale(counts(range, starts), all));
  }
}
