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
