package org.hepatica.survival;

/**
 * A closed interval.
 *
 * @param low lower bound
 * @param high upper bound
 */
public record Interval(double low, double high) {

  /**
   * Refuses bounds that are missing or in the wrong order.
   *
   * @throws IllegalArgumentException if a bound is not a number or low exceeds high
   */
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("not an interval: " + low + " to " + high);
    }
  }

  /** The interval of the exponential: from log hazard ratio to hazard ratio. */
  public Interval exp() {
    return new Interval(Math.exp(low), Math.exp(high));
  }
}
