package org.hepatica.survival.competing;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hepatica.survival.Cholesky;

/**
 * The maximum of Fine and Gray's likelihood by Newton's method with step halving.
 *
 * @param status how the search ended
 * @param beta where it ended, on standardised columns
 * @param iterations steps taken
 * @param nullValue log likelihood at 0
 * @param at the likelihood at beta
 * @param infinite columns still on their way when the likelihood had stopped rising
 */
record SubdistributionMaximum(
    FineGrayStatus status,
    double[] beta,
    int iterations,
    double nullValue,
    SubdistributionLikelihood at,
    int[] infinite) {

  /** After a step this small the next would be its square. */
  private static final double CLOSE = 1e-9;

  private static final double MOVING = 1e-5;
  private static final double FLAT = 1e-12;
  private static final double VANISHED = 1e-11;
  private static final int PATIENCE = 3;
  private static final int HALVINGS = 30;

  static SubdistributionMaximum find(SubdistributionRows rows, int maxIterations) {
    double[] beta = new double[rows.columns];
    SubdistributionLikelihood here = SubdistributionLikelihood.at(rows, beta);
    SubdistributionLikelihood start = here;
    int flat = 0;
    for (int iteration = 1; iteration <= maxIterations; iteration++) {
      double[] step = new Cholesky(here.information(), 0).solve(here.gradient());
      SubdistributionLikelihood next = advance(rows, beta, step, here.value());
      if (next == null) {
        break;
      }
      double size = Arrays.stream(step).map(Math::abs).max().orElse(0);
      boolean rising = next.value() - here.value() > FLAT * Math.max(1, Math.abs(here.value()));
      flat = !rising && size > MOVING ? flat + 1 : 0;
      beta = moved(beta, step);
      here = next;
      int[] infinite = infinite(flat == PATIENCE ? step : null, here, start);
      if (infinite.length > 0 || size < CLOSE) {
        FineGrayStatus status =
            infinite.length > 0 ? FineGrayStatus.MONOTONE_LIKELIHOOD : FineGrayStatus.CONVERGED;
        return new SubdistributionMaximum(status, beta, iteration, start.value(), here, infinite);
      }
    }
    return new SubdistributionMaximum(
        FineGrayStatus.NOT_CONVERGED, beta, maxIterations, start.value(), here, new int[0]);
  }

  /** Columns without information left, and those that still move where nothing is to be gained. */
  private static int[] infinite(
      double[] idleStep, SubdistributionLikelihood here, SubdistributionLikelihood start) {
    Cholesky decomposed = new Cholesky(here.information(), VANISHED);
    return IntStream.range(0, here.gradient().length)
        .filter(
            j ->
                here.information()[j][j] <= VANISHED * start.information()[j][j]
                    || decomposed.isRedundant(j)
                    || idleStep != null && Math.abs(idleStep[j]) > MOVING)
        .toArray();
  }

  /** Halves the step, in place, until the likelihood does not fall; null if it always does. */
  private static SubdistributionLikelihood advance(
      SubdistributionRows rows, double[] beta, double[] step, double value) {
    double slack = FLAT * Math.max(1, Math.abs(value));
    for (int halving = 0; halving <= HALVINGS; halving++) {
      SubdistributionLikelihood next = SubdistributionLikelihood.at(rows, moved(beta, step));
      if (next.value() >= value - slack && next.value() < Double.POSITIVE_INFINITY) {
        return next;
      }
      Arrays.setAll(step, j -> step[j] / 2);
    }
    return null;
  }

  private static double[] moved(double[] beta, double[] step) {
    double[] moved = new double[beta.length];
    Arrays.setAll(moved, j -> beta[j] + step[j]);
    return moved;
  }
}
