package org.hepatica.transform.survival.published;

import java.util.OptionalDouble;

/** Whether a computed number is what the paper prints. */
final class Verdict {

  static final String AGREES = "agrees";
  static final String DIFFERS = "differs";
  static final String SHOWN_ONLY = "shown only";
  static final String NOT_COMPUTED = "not computed";

  /** Slack for tolerances given in decimals. */
  private static final double ROUNDING = 1e-9;

  private Verdict() {}

  /** Inside the printed interval and within the tolerance, whichever of them exist. */
  static String of(
      Double computed,
      double printed,
      OptionalDouble low,
      OptionalDouble high,
      OptionalDouble tolerance) {
    if (computed == null) {
      return NOT_COMPUTED;
    }
    if (low.isEmpty() && high.isEmpty() && tolerance.isEmpty()) {
      return SHOWN_ONLY;
    }
    boolean inside =
        computed >= low.orElse(Double.NEGATIVE_INFINITY) - ROUNDING
            && computed <= high.orElse(Double.POSITIVE_INFINITY) + ROUNDING;
    double allowed = tolerance.orElse(Double.POSITIVE_INFINITY) + ROUNDING;
    return inside && Math.abs(computed - printed) <= allowed ? AGREES : DIFFERS;
  }
}
