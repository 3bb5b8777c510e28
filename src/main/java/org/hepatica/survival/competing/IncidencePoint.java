package org.hepatica.survival.competing;

import java.util.OptionalDouble;

/**
 * A cumulative incidence read at one time.
 *
 * @param time the time asked for
 * @param estimate the probability of the cause by then, from 0 to 1
 * @param stdError its standard error
 * @param confLow lower confidence bound; empty where the estimate is 0 or 1
 * @param confHigh upper confidence bound; empty where the estimate is 0 or 1
 */
public record IncidencePoint(
    double time,
    double estimate,
    double stdError,
    OptionalDouble confLow,
    OptionalDouble confHigh) {

  /** Before the first event of the cause. */
  static IncidencePoint none(double time) {
    return new IncidencePoint(time, 0, 0, OptionalDouble.empty(), OptionalDouble.empty());
  }
}
