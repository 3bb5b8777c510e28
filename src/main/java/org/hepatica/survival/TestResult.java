package org.hepatica.survival;

/**
 * A chi-squared test.
 *
 * @param statistic chi-squared, at least 0
 * @param df degrees of freedom; 0 if nothing could be compared
 * @param pValue upper tail; 1 at 0 degrees of freedom
 */
public record TestResult(double statistic, int df, double pValue) {

  /**
   * The test of a chi-squared statistic.
   *
   * @param statistic chi-squared; the rounding noise of a form that is 0 is taken as 0
   * @param df degrees of freedom
   * @return the statistic with its upper tail
   */
  public static TestResult ofChiSquared(double statistic, int df) {
    double positive = Math.max(0, statistic);
    return new TestResult(positive, df, Tail.chiSquared(positive, df));
  }
}
