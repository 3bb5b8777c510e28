package org.hepatica.survival.competing;

import java.util.function.Supplier;

/**
 * Fine and Gray's log partial likelihood (Breslow's for ties), its gradient and information.
 *
 * <p>The information, {@code sum over times of d (mean of x x' - mean x mean x')}, needs no matrix
 * a time for its first part: a row's {@code x x'} counts once, times the hazard it meets. Arrays
 * are not copied.
 *
 * @param value log likelihood
 * @param gradient its derivative
 * @param information minus its second derivative
 * @param jumps of the baseline hazard there; they are found when they are asked for
 * @param squares sum of squares of the subjects' contributions to the score, the middle of the
 *     robust variance; found when asked for
 */
public record SubdistributionLikelihood(
    double value,
    double[] gradient,
    double[][] information,
    Supplier<EventJumps> jumps,
    Supplier<double[][]> squares) {

  static SubdistributionLikelihood at(SubdistributionRows rows, double[] beta) {
    SubdistributionSums sums = new SubdistributionSums(rows, beta);
    int p = rows.columns;
    double value = 0;
    double[] gradient = new double[p];
    double[][] information = new double[p][p];
    for (int k = 0; k < sums.events.length; k++) {
      if (sums.events[k] > 0) {
        value -= sums.events[k] * (Math.log(sums.total[k]) + sums.shift);
        SubdistributionSums.addTo(gradient, -sums.events[k], sums.mean[k]);
        addSquare(information, -sums.events[k], sums.mean[k]);
      }
    }
    SubdistributionHazard hazard = new SubdistributionHazard(sums, k -> 1);
    for (int k = 0; k < sums.events.length; k++) {
      for (int i = rows.start[k]; i < rows.start[k + 1]; i++) {
        if (rows.isEvent[i]) {
          value += rows.frequency[i] * SubdistributionSums.dot(rows.x[i], beta);
          SubdistributionSums.addTo(gradient, rows.frequency[i], rows.x[i]);
        }
        addSquare(information, rows.frequency[i] * sums.risk[i] * hazard.of(rows, i, k), rows.x[i]);
      }
    }
    return new SubdistributionLikelihood(
        value,
        gradient,
        mirrored(information),
        () -> EventJumps.of(sums),
        () -> ScoreResiduals.sumOfSquares(sums));
  }

  /** Adds to the lower triangle. */
  static void addSquare(double[][] matrix, double weight, double[] x) {
    for (int i = 0; i < x.length; i++) {
      double scaled = weight * x[i];
      for (int j = 0; j <= i; j++) {
        matrix[i][j] += scaled * x[j];
      }
    }
  }

  /** Copies the lower triangle to the upper. */
  static double[][] mirrored(double[][] matrix) {
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < i; j++) {
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }
}
