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

  private static final double NEARLY_FLAT = 1e-8;
  private static final double STILL_MOVING = 0.05;
  private static final double NOT_SHRINKING = 0.5;
  private static final double FLAT = 1e-12;
  private static final double VANISHED = 1e-11;
  private static final int HALVINGS = 30;

  static SubdistributionMaximum find(SubdistributionObjective objective, int maxIterations) {
    double[] range = objective.range();
    double[] beta = new double[range.length];
    double[] before = new double[range.length];
    SubdistributionLikelihood here = objective.at(beta);
    SubdistributionLikelihood start = here;
    for (int iteration = 1; iteration <= maxIterations; iteration++) {
      double[] step = new Cholesky(here.information(), 0).solve(here.gradient());
      int[] running = running(step, before, range, here);
      if (running.length > 0) {
        return ended(FineGrayStatus.MONOTONE_LIKELIHOOD, beta, iteration - 1, start, here, running);
      }
      before = step.clone();
      SubdistributionLikelihood next = advance(objective, beta, step, here.value());
      if (next == null) {
        break;
      }
      beta = moved(beta, step);
      here = next;
      int[] vanished = vanished(here, start);
      if (vanished.length > 0) {
        return ended(FineGrayStatus.MONOTONE_LIKELIHOOD, beta, iteration, start, here, vanished);
      }
      if (Arrays.stream(step).allMatch(length -> Math.abs(length) < CLOSE)) {
        return ended(FineGrayStatus.CONVERGED, beta, iteration, start, here);
      }
    }
    return ended(FineGrayStatus.NOT_CONVERGED, beta, maxIterations, start, here);
  }

  private static SubdistributionMaximum ended(
      FineGrayStatus status,
      double[] beta,
      int iterations,
      SubdistributionLikelihood start,
      SubdistributionLikelihood here,
      int... infinite) {
    return new SubdistributionMaximum(status, beta, iterations, start.value(), here, infinite);
  }

  /**
   * Where hardly anything is left to gain, columns whose steps neither shrink nor become small
   * beside their range: they run to infinity, all of them that do so together.
   */
  private static int[] running(
      double[] step, double[] before, double[] range, SubdistributionLikelihood here) {
    if (!(SubdistributionSums.dot(step, here.gradient()) < NEARLY_FLAT)) {
      return new int[0];
    }
    return IntStream.range(0, step.length)
        .filter(j -> Math.abs(step[j]) * range[j] > STILL_MOVING)
        .filter(j -> Math.abs(step[j]) > NOT_SHRINKING * Math.abs(before[j]))
        .toArray();
  }

  /** Columns about which no information is left. */
  private static int[] vanished(SubdistributionLikelihood here, SubdistributionLikelihood start) {
    Cholesky decomposed = new Cholesky(here.information(), VANISHED);
    return IntStream.range(0, here.gradient().length)
        .filter(
            j ->
                here.information()[j][j] <= VANISHED * start.information()[j][j]
                    || decomposed.isRedundant(j))
        .toArray();
  }

  /** Halves the step, in place, until the likelihood does not fall; null if it always does. */
  private static SubdistributionLikelihood advance(
      SubdistributionObjective objective, double[] beta, double[] step, double value) {
    double slack = FLAT * Math.max(1, Math.abs(value));
    for (int halving = 0; halving <= HALVINGS; halving++) {
      SubdistributionLikelihood next = objective.at(moved(beta, step));
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
