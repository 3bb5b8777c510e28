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
  private static final int PATIENCE = 3;
  private static final int HALVINGS = 30;

  static SubdistributionMaximum find(SubdistributionRows rows, int maxIterations) {
    double[] beta = new double[rows.columns];
    SubdistributionLikelihood here = SubdistributionLikelihood.at(rows, beta);
    double nullValue = here.value();
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
      if (size < CLOSE) {
        return new SubdistributionMaximum(
            FineGrayStatus.CONVERGED, beta, iteration, nullValue, here, new int[0]);
      }
      if (flat == PATIENCE) {
        int[] infinite =
            IntStream.range(0, step.length).filter(j -> Math.abs(step[j]) > MOVING).toArray();
        return new SubdistributionMaximum(
            FineGrayStatus.MONOTONE_LIKELIHOOD, beta, iteration, nullValue, here, infinite);
      }
    }
    return new SubdistributionMaximum(
        FineGrayStatus.NOT_CONVERGED, beta, maxIterations, nullValue, here, new int[0]);
  }

  /** Halves the step, in place, until the likelihood does not fall; null if it always does. */
  private static SubdistributionLikelihood advance(
      SubdistributionRows rows, double[] beta, double[] step, double value) {
    double slack = FLAT * Math.max(1, Math.abs(value));
    for (int halving = 0; halving <= HALVINGS; halving++) {
      SubdistributionLikelihood next = SubdistributionLikelihood.at(rows, moved(beta, step));
      if (next.value() >= value - slack) {
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
