package org.hepatica.ml.direct;

import java.util.Arrays;

/**
 * The exponentials of whole numbers times a slope, as products of two entries of small tables: an
 * exponential takes longer than all else that is done with a row. Right to a few units of the last
 * digit. Immutable.
 */
final class Exponentials {

  private static final int BITS = 10;
  private static final int LOW = 1 << BITS;

  /** A longer table would not stay in a processor's cache. */
  private static final int MOST_HIGH = 1 << BITS;

  /** In logarithms; what is made of tables is itself far within this. */
  private static final double STEEPEST = 300;

  private final int least;
  private final double[] high;
  private final double[] low;

  private Exponentials(int least, double[] high, double[] low) {
    this.least = least;
    this.high = high;
    this.low = low;
  }

  /**
   * Whether numbers from one to another have tables: not too many, and not so steep that an entry
   * overflows of which the product with another would not.
   *
   * @param slope of a number, divided
   */
  static boolean haveRoom(int least, int most, double slope) {
    return (long) most - least < (long) LOW * MOST_HIGH && Math.abs(slope) * LOW <= STEEPEST;
  }

  /**
   * Tables of {@code exp(slope (v / divisor - centre))}.
   *
   * @param least no number is less
   * @param most none is larger
   */
  static Exponentials of(int least, int most, double divisor, double slope, double centre) {
    double[] high = new double[((most - least) >> BITS) + 1];
    double[] low = new double[LOW];
    Arrays.setAll(high, k -> Math.exp(slope * ((least + ((double) k * LOW)) / divisor - centre)));
    Arrays.setAll(low, k -> Math.exp(slope * (k / divisor)));
    return new Exponentials(least, high, low);
  }

  double of(int value) {
    int above = value - least;
    return high[above >> BITS] * low[above & LOW - 1];
  }
}
