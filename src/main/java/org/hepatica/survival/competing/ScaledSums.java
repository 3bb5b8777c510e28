package org.hepatica.survival.competing;

/**
 * Sums of non-negative multiples of vectors whose size no exponent holds: relative to {@code
 * exp(level)}, the level following the largest term, so that nothing overflows or vanishes.
 */
final class ScaledSums {

  private final double[] sums;
  private double level = Double.NEGATIVE_INFINITY;

  ScaledSums(int length) {
    sums = new double[length];
  }

  /** Adds {@code factor exp(exponent) values}; a factor of 0 adds nothing. */
  void add(double exponent, double factor, double[] values) {
    if (factor == 0 || exponent == Double.NEGATIVE_INFINITY) {
      return;
    }
    if (exponent > level) {
      double keep = Math.exp(level - exponent);
      for (int j = 0; j < sums.length; j++) {
        sums[j] *= keep;
      }
      level = exponent;
    }
    double take = factor * Math.exp(exponent - level);
    for (int j = 0; j < sums.length; j++) {
      sums[j] += take * values[j];
    }
  }

  /** What the sums are relative to the exponential of; minus infinity when nothing was added. */
  double level() {
    return level;
  }

  /** The sums so far, relative to {@code exp(level)}; not a copy. */
  double[] values() {
    return sums;
  }

  /** The sums times {@code exp(exponent)}. */
  double[] times(double exponent) {
    double factor = level == Double.NEGATIVE_INFINITY ? 0 : Math.exp(level + exponent);
    double[] product = new double[sums.length];
    for (int j = 0; j < product.length; j++) {
      product[j] = factor * sums[j];
    }
    return product;
  }
}
