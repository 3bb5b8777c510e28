package org.hepatica.survival.cox;

import java.util.Optional;
import java.util.stream.IntStream;
import org.hepatica.survival.Cholesky;

/**
 * Climbs a concave log-likelihood to its maximum, or notices that it has none.
 *
 * <p>A step that would go down is halved. The climb ends when the squared length of the next step
 * in standard errors, {@code g' I^-1 g}, is below 1e-20: nothing larger than rounding is left.
 * Where the likelihood is monotone that length also tends to 0, but the step itself does not: a
 * coefficient whose steps neither shrink nor become small beside the range of its column is running
 * to infinity.
 */
final class NewtonRaphson {

  private static final double AT_MAXIMUM = 1e-20;
  private static final double NEARLY_FLAT = 1e-8;
  private static final double STILL_MOVING = 0.05;
  private static final double NOT_SHRINKING = 0.5;
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

  private record Point(double[] beta, CoxDerivatives at) {}

  /** Climbs from 0. */
  Summit climb(CoxDerivatives atZero) {
    int[] none = new int[range.length];
    Point here = new Point(new double[range.length], atZero);
    double[] previous = new double[range.length];
    for (int iteration = 0; ; iteration++) {
      double[] step = new Cholesky(here.at.information(), SINGULAR).solve(here.at.gradient());
      double left = dot(step, here.at.gradient());
      int[] infinite = left < NEARLY_FLAT ? runningAway(step, previous) : none;
      if (IntStream.of(infinite).anyMatch(direction -> direction != 0)) {
        return new Summit(here.beta, here.at, infinite, iteration, false);
      }
      if (left < AT_MAXIMUM) {
        // The last step is beneath what the derivatives notice, but it is free.
        return new Summit(moved(here.beta, step, 1), here.at, none, iteration, true);
      }
      Optional<Point> next = iteration < maxIterations ? uphill(here, step) : Optional.empty();
      if (next.isEmpty()) {
        return new Summit(here.beta, here.at, none, iteration, false);
      }
      here = next.get();
      previous = step;
    }
  }

  private Optional<Point> uphill(Point from, double[] step) {
    double level = from.at.logLikelihood();
    double floor = level - ROUNDING * (1 + Math.abs(level));
    for (int halvings = 0; halvings < MAX_HALVINGS; halvings++) {
      double[] beta = moved(from.beta, step, Math.scalb(1.0, -halvings));
      CoxDerivatives at = likelihood.at(beta);
      if (at.logLikelihood() >= floor) {
        return Optional.of(new Point(beta, at));
      }
    }
    return Optional.empty();
  }

  private int[] runningAway(double[] step, double[] previous) {
    int[] direction = new int[step.length];
    for (int j = 0; j < step.length; j++) {
      double length = Math.abs(step[j]);
      if (length * range[j] > STILL_MOVING && length > NOT_SHRINKING * Math.abs(previous[j])) {
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
}
