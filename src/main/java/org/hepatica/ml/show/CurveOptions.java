package org.hepatica.ml.show;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What is shown of curves.
 *
 * @param times at which; empty for every step
 * @param horizon of the restricted mean; empty for none
 * @param quantiles shares whose times are shown beside the median; empty for none
 * @param level of the intervals, for their heads
 * @param hasIntervals whether there are any
 */
public record CurveOptions(
    List<Double> times,
    OptionalDouble horizon,
    List<Double> quantiles,
    double level,
    boolean hasIntervals) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if a time is not a number, or a share is outside [0, 1]
   */
  public CurveOptions {
    times = List.copyOf(times);
    quantiles = List.copyOf(quantiles);
    if (times.stream().anyMatch(time -> time.isNaN())) {
      throw new IllegalArgumentException("a time to show the curve at is no number");
    }
    for (double share : quantiles) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("a quantile's share lies in [0, 1]: " + share);
      }
    }
  }

  /** With intervals, without quantiles. */
  public CurveOptions(List<Double> times, OptionalDouble horizon, double level) {
    this(times, horizon, List.of(), level, true);
  }

  double[] moments() {
    return times.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
