package org.hepatica.survival.cox;

import java.util.Optional;
import java.util.stream.IntStream;
import org.hepatica.survival.Cholesky;

/**
 * Climbs a concave log-likelihood to its maximum, or notices that it has none.
 *
 * <p>A step that would go down is halved. The climb ends when the squared length of the next step
 * in standard errors, {@code g' I^-1 g}, is below 1e-20, or below 1e-14 and no longer shrinking, as
 * where an outlier takes the digits of all others: nothing larger than rounding is left. Where the
 * likelihood is monotone that length also tends to 0, but the step itself does not: a coefficient
 * whose steps neither shrink nor become small beside the range of its column is running to
 * infinity.
 */
public final class NewtonRaphson {

  private static final double AT_MAXIMUM = 1e-20;
  private static final double NEARLY_MAXIMUM = 1e-14;
  private static final double NEARLY_FLAT = 1e-8;
  private static final double STILL_MOVING = 0.05;
  private static final double NOT_SHRINKING = 0.5;
  private static final double SINGULAR = 1e-13;
  private static final double ROUNDING = 1e-12;
  private static final int MAX_HALVINGS = 40;

  private final CoxObjective objective;
  private final double[] range;
  private final int maxIterations;
  private final double atMaximum;

  /**
   * Prepares a climb.
   *
   * @param objective a concave log-likelihood
   * @param range of each column, in the units of the objective
   * @param maxIterations most steps taken
   */
  public NewtonRaphson(CoxObjective objective, double[] range, int maxIterations) {
    this(objective, range, maxIterations, Math.sqrt(AT_MAXIMUM));
  }

  /**
   * Prepares a climb that ends earlier, or later.
   *
   * @param objective a concave log-likelihood
   * @param range of each column, in the units of the objective
   * @param maxIterations most steps taken
   * @param tolerance length of the last step in standard errors, instead of 1e-10
   */
  public NewtonRaphson(
      CoxObjective objective, double[] range, int maxIterations, double tolerance) {
    this.objective = objective;
    this.range = range;
    this.maxIterations = maxIterations;
    this.atMaximum = tolerance * tolerance;
  }

  /**
   * Where a climb ended.
   *
   * @param beta coefficients of the standardised columns
   * @param at the derivatives there
   * @param infinite the direction, -1 or 1, of each coefficient that runs to infinity; else 0
   * @param iterations steps taken
   * @param converged whether the maximum was reached
   */
  public record Summit(
      double[] beta, CoxDerivatives at, int[] infinite, int iterations, boolean converged) {}

  private record Point(double[] beta, CoxDerivatives at) {}

  /**
   * Climbs.
   *
   * @param start coefficients to start at; the maximum does not depend on them
   * @param atStart the derivatives there
   * @return where it ended
   */
  public Summit climb(double[] start, CoxDerivatives atStart) {
    int[] none = new int[range.length];
    Point here = new Point(start, atStart);
    double[] previous = new double[range.length];
    double leftBefore = Double.POSITIVE_INFINITY;
    for (int iteration = 0; ; iteration++) {
      double[] step = new Cholesky(here.at.information(), SINGULAR).solve(here.at.gradient());
      double left = dot(step, here.at.gradient());
      int[] infinite = left < NEARLY_FLAT ? runningAway(step, previous) : none;
      if (IntStream.of(infinite).anyMatch(direction -> direction != 0)) {
        return new Summit(here.beta, here.at, infinite, iteration, false);
      }
      boolean atRounding = left < NEARLY_MAXIMUM && left > NOT_SHRINKING * leftBefore;
      if (left < atMaximum || atRounding) {
        // The last step is beneath what the derivatives notice, but it is free.
        return new Summit(moved(here.beta, step, 1), here.at, none, iteration, true);
      }
      Optional<Point> next = iteration < maxIterations ? uphill(here, step) : Optional.empty();
      if (next.isEmpty()) {
        return new Summit(here.beta, here.at, none, iteration, false);
      }
      here = next.get();
      previous = step;
      leftBefore = left;
    }
  }

  private Optional<Point> uphill(Point from, double[] step) {
    double level = from.at.logLikelihood();
    double floor = level - ROUNDING * (1 + Math.abs(level));
    for (int halvings = 0; halvings < MAX_HALVINGS; halvings++) {
      double[] beta = moved(from.beta, step, Math.scalb(1.0, -halvings));
      CoxDerivatives at = objective.at(beta);
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
