package org.hepatica.survival.cox;

import java.io.Serializable;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The cumulative hazard of a subject whose linear predictor is 0: a step function up to the last
 * follow-up. Immutable.
 */
public final class BaselineHazard implements Serializable {

  private static final long serialVersionUID = 1L;

  private final double[] times;
  private final double[] hazards;

  private BaselineHazard(double[] times, double[] hazards) {
    this.times = times;
    this.hazards = hazards;
  }

  /**
   * Of its steps.
   *
   * @param times ascending; the last is the last follow-up, whether or not anything happened then
   * @param hazards the cumulative hazard from each time on, not descending
   * @return the step function
   * @throws IllegalArgumentException if lengths differ or an order is wrong
   */
  public static BaselineHazard of(double[] times, double[] hazards) {
    FollowUp.requireLength("hazards", times.length, hazards.length);
    for (int i = 1; i < times.length; i++) {
      if (!(times[i] > times[i - 1]) || !(hazards[i] >= hazards[i - 1])) {
        throw new IllegalArgumentException(
            "a cumulative hazard does not descend: step %d at %s".formatted(i, times[i]));
      }
    }
    return new BaselineHazard(times.clone(), hazards.clone());
  }

  /** The times at which it steps, and the last follow-up. */
  public double[] times() {
    return times.clone();
  }

  /** The cumulative hazard from each time on. */
  public double[] hazards() {
    return hazards.clone();
  }

  /**
   * The survival of a subject.
   *
   * @param time a time
   * @param hazardRatio the exponential of its linear predictor
   * @return {@code exp(-H(time) hazardRatio)}; empty past the last follow-up
   */
  public OptionalDouble survival(double time, double hazardRatio) {
    if (times.length == 0 || !(time <= times[times.length - 1])) {
      return OptionalDouble.empty();
    }
    int found = Arrays.binarySearch(times, time);
    int at = found >= 0 ? found : -found - 2;
    return OptionalDouble.of(at < 0 ? 1 : Math.exp(-hazards[at] * hazardRatio));
  }

  /**
   * The time by which survival has fallen to a share.
   *
   * @param share 0.5 for the median; strictly between 0 and 1
   * @param hazardRatio the exponential of the subject's linear predictor
   * @return the first time at which survival is the share or less; empty if it never is
   */
  public OptionalDouble quantile(double share, double hazardRatio) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("a share lies strictly between 0 and 1: " + share);
    }
    for (int i = 0; i < times.length; i++) {
      if (Math.exp(-hazards[i] * hazardRatio) <= share) {
        return OptionalDouble.of(times[i]);
      }
    }
    return OptionalDouble.empty();
  }
}
