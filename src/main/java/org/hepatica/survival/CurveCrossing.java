package org.hepatica.survival;

import java.util.HashSet;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Where a falling step function crosses a level, by the rules of R's {@code quantile.survfit} and
 * of how it prints a median, which differ.
 */
final class CurveCrossing {

  /** Sums of logarithms make a curve miss 1/2 by rounding: R's tolerance. */
  private static final double TOLERANCE = Math.sqrt(Math.ulp(1.0));

  private CurveCrossing() {}

  /**
   * The time at which {@code 1 - curve} reaches p. Where it equals p over a flat piece the answer
   * is the midpoint of the piece; the last flat piece ends at the last time.
   *
   * @param time ascending
   * @param curve S or one of its bounds; NaN where undefined
   * @param p from 0 to 1
   * @return the time, or empty if the curve stays above
   */
  static OptionalDouble find(double[] time, double[] curve, double p) {
    if (p == 0) {
      return OptionalDouble.of(0);
    }
    int reached = lowestFall(curve, p - TOLERANCE);
    int passed = lowestFall(curve, p + TOLERANCE);
    if (reached < 0) {
      return OptionalDouble.empty();
    }
    if (passed >= 0) {
      return OptionalDouble.of((time[reached] + time[passed]) / 2);
    }
    return endsFlatAt(curve, p)
        ? OptionalDouble.of((time[reached] + time[time.length - 1]) / 2)
        : OptionalDouble.empty();
  }

  /**
   * The time at which a curve falls below a level, as R prints the median: the first of the times
   * it is there, also where a bound rises again; if it lies at the level there, the midpoint to
   * where it falls on.
   *
   * @param time ascending
   * @param curve S or one of its bounds; NaN where undefined
   * @param level from 0 to 1
   * @return the time, or empty if the curve stays above
   */
  static OptionalDouble first(double[] time, double[] curve, double level) {
    int reached = firstBelow(curve, level + TOLERANCE);
    if (reached < 0) {
      return OptionalDouble.empty();
    }
    int passed =
        Math.abs(curve[reached] - level) < TOLERANCE ? firstBelow(curve, curve[reached]) : -1;
    return OptionalDouble.of(passed < 0 ? time[reached] : (time[reached] + time[passed]) / 2);
  }

  private static int firstBelow(double[] curve, double level) {
    for (int i = 0; i < curve.length; i++) {
      if (curve[i] < level) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The first of the points with the smallest fall of at least a level. Not the first point past
   * the level: an upper bound can rise again near the end, and R orders by the fall.
   */
  private static int lowestFall(double[] curve, double level) {
    int best = -1;
    for (int i = 0; i < curve.length; i++) {
      double fall = 1 - curve[i];
      if (fall >= level && (best < 0 || fall < 1 - curve[best])) {
        best = i;
      }
    }
    return best;
  }

  /** Whether the last value that is not a repetition lies at the level: R looks no further. */
  private static boolean endsFlatAt(double[] curve, double p) {
    Set<Double> seen = new HashSet<>();
    double last = 1 - curve[0];
    for (double value : curve) {
      double fall = 1 - value;
      if (seen.add(fall) && fall != 0) {
        last = fall;
      }
    }
    return Math.abs(p - last) < TOLERANCE;
  }
}
