package org.hepatica.ml.direct;

import java.util.Arrays;
import org.apache.spark.api.java.JavaRDD;
import org.hepatica.survival.cox.CoxDerivatives;
import org.hepatica.survival.cox.ProportionalHazardsMoments;

/** What tests of proportional hazards are made of, over ranges of time. */
final class RangeMoments {

  private RangeMoments() {}

  /**
   * Sums over ranges, each event time's part times 1, g and its square.
   *
   * @param passes over the same ranges at the estimate
   * @param scale g
   */
  static ProportionalHazardsMoments of(
      JavaRDD<RangeRows> ranges, RangePasses passes, RangeScale scale) {
    CoxDerivatives[] parts = passes.derivatives(range -> powers(scale.of(range)));
    Design design = passes.design();
    double[] events =
        InOrder.reduceNumbers(
            ranges.map(
                range ->
                    EventPass.over(
                        range.blocks().iterator(), range.slots(), design, scale.of(range))),
            DirectSource::sum);
    CoxDerivatives first = parts[1].plus(CoxDerivatives.ofEvents(events, passes.beta()));
    return ProportionalHazardsMoments.of(parts[0], first, parts[2]);
  }

  private static double[][] powers(double[] g) {
    return new double[][] {null, g, Arrays.stream(g).map(v -> v * v).toArray()};
  }
}
