package org.hepatica.ml;

/** How many identical subjects a row stands for. */
final class Frequency {

  private Frequency() {}

  /**
   * As a whole number.
   *
   * @throws IllegalArgumentException if it is not one, or below 0
   */
  static long of(double value) {
    if (value < 0 || value != Math.rint(value) || value > 1L << 52) {
      throw new IllegalArgumentException(
          "a frequency is a whole number of subjects, and one is %s; for a case weight that is none say weights"
              .formatted(value));
    }
    return (long) value;
  }
}
