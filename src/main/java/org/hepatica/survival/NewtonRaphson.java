package org.hepatica.survival;

/**
 * Climbs a concave log-likelihood to its maximum, or notices that it has none.
 *
 * <p>A step that would go down is halved. The climb ends when the squared length of the next step
 * in standard errors, {@code g' I^-1 g}, is below 1e-20: nothing larger than rounding is left.
 * Where the likelihood is monotone that length also tends to 0, but the step itself does not: a
 * coefficient whose next step still moves the linear predictor is running to infinity.
 */
final class NewtonRaphson {

  private static final double AT_MAXIMUM = 1e-20;
  private static final double NEARLY_FLAT = 1e-8;
  private static final double STILL_MOVING = 0.05;
  private static final double SINGULAR = 1e-13;
  private static final double ROUNDING = 1e-12;
  private static final int MAX_HALVINGS = 40;

  private final CoxLikelihood likelihood;
  private final double[] range;
  private final int maxIterations;

  NewtonRaphson(CoxLikelihood likelihood, double[] range, int maxIterations) {
    this.likelihood = likelihood;
    this.range = range;
    this.maxIterations = maxIterations;
  }

  /**
   * Where a climb ended.
   *
   * @param beta coefficients of the standardised columns
   * @param infinite the direction, -1 or 1, of each coefficient that runs to infinity; else 0
   */
  record Summit(
      double[] beta, CoxDerivatives at, int[] infinite, int iterations, boolean converged) {}

  /** Climbs from 0. */
  Summit climb(CoxDerivatives atZero) {
    double[] beta = new double[range.length];
    CoxDerivatives here = atZero;
    for (int iteration = 0; ; iteration++) {
      double[] step = new Cholesky(here.information(), SINGULAR).solve(here.gradient());
      double left = dot(step, here.gradient());
      int[] infinite = left < NEARLY_FLAT ? stillMoving(step) : new int[beta.length];
      boolean runsAway = dot(infinite, infinite) > 0;
      if (!runsAway && left < AT_MAXIMUM) {
        // The last step is beneath what the derivatives notice, but it is free.
        return new Summit(moved(beta, step, 1), here, infinite, iteration, true);
      }
      if (runsAway || iteration == maxIterations) {
        return new Summit(beta, here, infinite, iteration, false);
      }
      double floor = here.logLikelihood() - ROUNDING * (1 + Math.abs(here.logLikelihood()));
      double[] from = beta;
      double share = 1;
      do {
        beta = moved(from, step, share);
        here = likelihood.at(beta);
        share /= 2;
      } while (!(here.logLikelihood() >= floor) && share > Math.scalb(1.0, -MAX_HALVINGS));
    }
  }

  private int[] stillMoving(double[] step) {
    int[] direction = new int[step.length];
    for (int j = 0; j < step.length; j++) {
      if (Math.abs(step[j]) * range[j] > STILL_MOVING) {
        direction[j] = step[j] > 0 ? 1 : -1;
      }
    }
    return direction;
  }

  private static double[] moved(double[] from, double[] step, double share) {
    double[] to = new double[from.length];
    for (int j = 0; j < to.length; j++) {
      to[j] = from[j] + share * step[j];
    }
    return to;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  private static int dot(int[] a, int[] b) {
    int sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
