package org.hepatica.survival;

/**
 * The interval of a share by Wilson's score, which holds for few subjects and near 0 and 1: the
 * shares that a test of them would not reject, {@code |p - s| <= z sqrt(s (1 - s) / n)}, as R's
 * {@code prop.test(correct = FALSE)}.
 *
 * <p>Wilson 1927, doi:10.1080/01621459.1927.10502953.
 */
public final class Proportion {

  private static final Proportion DEFAULTS = new Proportion(0.95);

  private final double level;

  private Proportion(double level) {
    this.level = level;
  }

  /** With an interval of 95 %. */
  public static Proportion withDefaults() {
    return DEFAULTS;
  }

  /**
   * The same with another confidence level.
   *
   * @param newLevel strictly between 0 and 1
   * @return the changed options
   * @throws IllegalArgumentException if the level is outside (0, 1)
   */
  public Proportion withConfidenceLevel(double newLevel) {
    Tail.deviateFor(newLevel);
    return new Proportion(newLevel);
  }

  /**
   * The interval.
   *
   * @param count subjects that have it
   * @param n subjects, at least 1
   * @return within 0 and 1; from exactly 0 where nobody has it, to exactly 1 where all do
   * @throws IllegalArgumentException if there is no subject, or if the count is not within 0 and n
   */
  public Interval interval(long count, long n) {
    if (n < 1 || count < 0 || count > n) {
      throw new IllegalArgumentException("not a share: " + count + " of " + n);
    }
    double z2 = Math.pow(Tail.deviateFor(level), 2);
    double share = (double) count / n;
    double middle = (count + z2 / 2) / (n + z2);
    double half = Math.sqrt(z2 * (n * share * (1 - share) + z2 / 4)) / (n + z2);
    return new Interval(
        count == 0 ? 0 : Math.max(0, middle - half), count == n ? 1 : Math.min(1, middle + half));
  }
}
