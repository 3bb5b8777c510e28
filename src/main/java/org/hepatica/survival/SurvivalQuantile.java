package org.hepatica.survival;

import java.util.OptionalDouble;

/**
 * The time by which a share of patients has had the event, with the interval where the confidence
 * band crosses (Brookmeyer and Crowley 1982, doi:10.2307/2530286).
 *
 * @param probability the share, 0.5 for the median
 * @param time the quantile; empty if the curve does not fall that far
 * @param confLow where the lower band crosses; empty if it does not
 * @param confHigh where the upper band crosses; empty if it does not
 */
public record SurvivalQuantile(
    double probability, OptionalDouble time, OptionalDouble confLow, OptionalDouble confHigh) {

  /** What to print where a time is absent. */
  public static final String NOT_REACHED = "not reached";

  /** The quantile in words: its time, or {@link #NOT_REACHED}. */
  public String describe() {
    return time.isPresent() ? Double.toString(time.getAsDouble()) : NOT_REACHED;
  }
}
