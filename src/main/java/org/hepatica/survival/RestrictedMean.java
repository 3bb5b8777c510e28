package org.hepatica.survival;

/**
 * The mean survival time up to a horizon: the area under the curve.
 *
 * @param horizon where the area ends, in the unit of the times
 * @param mean the area
 * @param stdError its standard error
 * @param lastFollowUp the group's last time; the curve is carried on flat from there, as in R
 */
public record RestrictedMean(double horizon, double mean, double stdError, double lastFollowUp) {

  static RestrictedMean of(RiskTable table, double[] survival, double horizon) {
    double[] time = table.time();
    double area = 0;
    double variance = 0;
    double end = horizon;
    for (int i = time.length - 1; i >= 0; i--) {
      if (time[i] <= horizon) {
        area += (end - time[i]) * survival[i];
        variance += area * area * table.greenwood(i);
        end = time[i];
      }
    }
    // Before the first time S is 1: from time 0, or on to it where times are negative.
    return new RestrictedMean(horizon, end + area, Math.sqrt(variance), time[time.length - 1]);
  }

  /** Whether the horizon lies past the data, so that part of the area is assumed, not observed. */
  public boolean isExtrapolated() {
    return horizon > lastFollowUp;
  }

  /**
   * The Wald interval of the mean.
   *
   * @param level confidence level, strictly between 0 and 1
   * @return mean -+ z stdError
   */
  public Interval interval(double level) {
    double width = Tail.deviateFor(level) * stdError;
    return new Interval(mean - width, mean + width);
  }
}
