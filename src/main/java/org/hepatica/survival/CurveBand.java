package org.hepatica.survival;

import java.util.stream.IntStream;

/**
 * Pointwise confidence bounds of a curve; NaN where undefined. Arrays are not copied: this stays
 * inside the package.
 *
 * @param type the scale on which they are symmetric
 * @param level their confidence level
 * @param low lower bounds
 * @param high upper bounds
 */
record CurveBand(ConfidenceType type, double level, double[] low, double[] high) {

  static CurveBand of(double[] survival, double[] stdError, ConfidenceType type, double level) {
    double z = Tail.deviateFor(level);
    return new CurveBand(
        type, level, bounds(survival, stdError, type, -z), bounds(survival, stdError, type, z));
  }

  private static double[] bounds(double[] s, double[] se, ConfidenceType type, double z) {
    return IntStream.range(0, s.length).mapToDouble(i -> bound(s[i], se[i], type, z)).toArray();
  }

  private static double bound(double survival, double stdError, ConfidenceType type, double z) {
    if (survival > 0) {
      return type.bound(survival, stdError / survival, z);
    }
    // At S = 0 Greenwood's error has no value; the jackknife's is 0, and plain bounds add it.
    return type == ConfidenceType.PLAIN && stdError == 0 ? 0 : Double.NaN;
  }
}
