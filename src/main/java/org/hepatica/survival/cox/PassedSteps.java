package org.hepatica.survival.cox;

import java.io.Serializable;

/**
 * What the event times of a stratum add up to until the end of a range of times: the cumulative
 * hazard, the same times the mean of x where that is asked for; times {@code exp(level)}.
 * Immutable; arrays are not copied.
 *
 * @param level what hazard ratios are relative to at the end of the range; it falls with time
 * @param sums to be divided by {@code exp(level)}
 */
public record PassedSteps(double level, double[] sums) implements Serializable {

  /** What a later range adds to these. */
  public PassedSteps then(PassedSteps later) {
    double[] both = at(later.level);
    for (int j = 0; j < both.length; j++) {
      both[j] += later.sums[j];
    }
    return new PassedSteps(later.level, both);
  }

  /** The sums times the exponential of another level, not above this one. */
  double[] at(double other) {
    double fall = other == level ? 1 : Math.exp(other - level);
    double[] values = new double[sums.length];
    for (int j = 0; j < values.length; j++) {
      values[j] = sums[j] * fall;
    }
    return values;
  }
}
