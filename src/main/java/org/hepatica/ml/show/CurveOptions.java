package org.hepatica.ml.show;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What is shown of curves.
 *
 * @param times at which; empty for every step
 * @param horizon of the restricted mean; empty for none
 * @param level of the intervals, for their heads
 */
public record CurveOptions(List<Double> times, OptionalDouble horizon, double level) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if a time is not a number
   */
  public CurveOptions {
    times = List.copyOf(times);
    if (times.stream().anyMatch(time -> time.isNaN())) {
      throw new IllegalArgumentException("a time to show the curve at is no number");
    }
  }

  double[] moments() {
    return times.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
