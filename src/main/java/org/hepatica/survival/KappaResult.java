package org.hepatica.survival;

import java.util.Optional;

/**
 * Cohen's kappa.
 *
 * @param n subjects judged
 * @param observed share of subjects on which both agree
 * @param expected share on which they would by chance
 * @param estimate kappa with its interval; empty if chance alone gives full agreement, or if nobody
 *     was judged
 */
public record KappaResult(long n, double observed, double expected, Optional<Kappa> estimate) {

  /**
   * The estimate.
   *
   * @param kappa from below 0 (worse than chance) to 1
   * @param stdError its large-sample standard error
   * @param interval kappa -+ z stdError, cut off at -1 and 1
   */
  public record Kappa(double kappa, double stdError, Interval interval) {}
}
