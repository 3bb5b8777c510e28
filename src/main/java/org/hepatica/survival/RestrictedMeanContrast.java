package org.hepatica.survival;

import java.util.Optional;

/**
 * Two restricted means against each other.
 *
 * @param difference of the means, {@code second - first}; a standard error of 0 leaves z and P
 *     empty
 * @param ratio of the means, {@code second / first}, on the log scale; empty if a mean is 0
 */
public record RestrictedMeanContrast(Contrast difference, Optional<Contrast> ratio) {

  /**
   * Compares independent groups: {@code var(b - a) = var a + var b}, {@code var log(b / a) = var a
   * / a^2 + var b / b^2}.
   *
   * <p>Royston and Parmar 2013, doi:10.1186/1471-2288-13-152; Uno et al. 2014,
   * doi:10.1200/JCO.2014.55.2208.
   *
   * @param first mean of the reference group
   * @param second mean of the other group, to the same horizon
   * @return difference and ratio
   * @throws IllegalArgumentException if the horizons differ
   */
  public static RestrictedMeanContrast of(RestrictedMean first, RestrictedMean second) {
    if (first.horizon() != second.horizon()) {
      throw new IllegalArgumentException(
          "restricted means compare at one horizon: " + first.horizon() + ", " + second.horizon());
    }
    Contrast difference =
        Contrast.of(second.mean() - first.mean(), Math.hypot(first.stdError(), second.stdError()));
    if (!(first.mean() > 0 && second.mean() > 0)) {
      return new RestrictedMeanContrast(difference, Optional.empty());
    }
    double stdError =
        Math.hypot(first.stdError() / first.mean(), second.stdError() / second.mean());
    Contrast ratio = Contrast.of(Math.log(second.mean() / first.mean()), stdError);
    return new RestrictedMeanContrast(difference, Optional.of(ratio));
  }

  /**
   * A contrast with its Wald test: the difference itself, or the log of the ratio.
   *
   * @param estimate the contrast
   * @param stdError its standard error
   * @param test Wald's, two-sided normal; empty if the standard error is 0
   */
  public record Contrast(double estimate, double stdError, Optional<TestResult> test) {

    static Contrast of(double estimate, double stdError) {
      if (stdError == 0) {
        return new Contrast(estimate, stdError, Optional.empty());
      }
      double z = estimate / stdError;
      return new Contrast(estimate, stdError, Optional.of(TestResult.ofChiSquared(z * z, 1)));
    }

    /**
     * The Wald interval.
     *
     * @param level confidence level, strictly between 0 and 1
     * @return estimate -+ z stdError; {@link Interval#exp} makes that of the log ratio one of the
     *     ratio
     */
    public Interval interval(double level) {
      double width = Tail.deviateFor(level) * stdError;
      return new Interval(estimate - width, estimate + width);
    }
  }
}
