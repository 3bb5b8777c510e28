package org.hepatica.survival;

import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;

/**
 * Tail probabilities that keep their digits where a P value is tiny.
 *
 * <p>One minus a distribution function is 0 below 1e-16; the regularised upper gamma function and
 * the complementary error function are not.
 */
public final class Tail {

  private Tail() {}

  /**
   * The upper tail of the chi-squared distribution, {@code Q(df / 2, x / 2)}.
   *
   * @param statistic chi-squared, at least 0
   * @param df degrees of freedom; 0 puts all mass on 0, and the tail is 1 as in R
   * @return P(X &gt; statistic), or at 0 degrees of freedom 1
   * @throws IllegalArgumentException if the statistic is negative or not a number, or df negative
   */
  public static double chiSquared(double statistic, int df) {
    if (!(statistic >= 0) || df < 0) {
      throw new IllegalArgumentException(
          "chi-squared needs a statistic and df of at least 0: " + statistic + ", " + df);
    }
    return df == 0 ? 1 : Gamma.regularizedGammaQ(df / 2.0, statistic / 2);
  }

  /**
   * Both tails of the standard normal distribution, {@code erfc(|z| / sqrt 2)}.
   *
   * @param z standard deviate
   * @return P(|Z| &gt; |z|)
   */
  public static double normalTwoSided(double z) {
    return Erf.erfc(Math.abs(z) / Math.sqrt(2));
  }

  /**
   * The standard deviate that leaves {@code level} between itself and its negative: 1.959964 for
   * 0.95.
   *
   * @param level confidence level, strictly between 0 and 1
   * @return the deviate, positive
   * @throws IllegalArgumentException if the level is outside (0, 1)
   */
  public static double deviateFor(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a confidence level lies between 0 and 1: " + level);
    }
    return Math.sqrt(2) * Erf.erfInv(level);
  }
}
