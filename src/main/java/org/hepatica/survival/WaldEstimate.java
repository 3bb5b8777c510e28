package org.hepatica.survival;

/**
 * An estimated log hazard ratio.
 *
 * @param coefficient log hazard ratio a unit of the column
 * @param stdError its standard error, from the inverse of the information
 * @param z coefficient / stdError
 * @param pValue of Wald's test, two-sided normal
 */
public record WaldEstimate(double coefficient, double stdError, double z, double pValue) {

  /**
   * The estimate with Wald's test of it.
   *
   * @param coefficient log hazard ratio
   * @param stdError its standard error, greater than 0
   * @return with z and its two-sided P
   */
  public static WaldEstimate of(double coefficient, double stdError) {
    double z = coefficient / stdError;
    return new WaldEstimate(coefficient, stdError, z, Tail.normalTwoSided(z));
  }

  /** The hazard ratio. */
  public double hazardRatio() {
    return Math.exp(coefficient);
  }

  /**
   * The Wald interval of the coefficient.
   *
   * @param level confidence level, strictly between 0 and 1
   * @return coefficient -+ z stdError
   */
  public Interval interval(double level) {
    double width = Tail.deviateFor(level) * stdError;
    return new Interval(coefficient - width, coefficient + width);
  }

  /**
   * The Wald interval of the hazard ratio.
   *
   * @param level confidence level, strictly between 0 and 1
   * @return the exponential of {@link #interval}
   */
  public Interval hazardRatioInterval(double level) {
    return interval(level).exp();
  }
}
