package org.hepatica.survival.cox;

import org.hepatica.survival.Cholesky;
import org.hepatica.survival.TestResult;

/**
 * Sums over event times that tests of proportional hazards are made of, at the estimate.
 *
 * @param information the sums of the information, of g times it and of g^2 times it, g the scale of
 *     time at the event time
 * @param score the sum of g times the score
 */
public record ProportionalHazardsMoments(double[][][] information, double[] score) {

  /** The moments from the derivatives with each event time's part times 1, g and g^2. */
  public static ProportionalHazardsMoments of(
      CoxDerivatives plain, CoxDerivatives first, CoxDerivatives second) {
    return new ProportionalHazardsMoments(
        new double[][][] {plain.information(), first.information(), second.information()},
        first.gradient());
  }

  /** Adds an event time. */
  void add(double g, CoxDerivatives at) {
    for (int j = 0; j < score.length; j++) {
      score[j] += g * at.gradient()[j];
      for (int k = 0; k < score.length; k++) {
        double own = at.information()[j][k];
        information[0][j][k] += own;
        information[1][j][k] += g * own;
        information[2][j][k] += g * g * own;
      }
    }
  }

  /** The test that none of some columns' coefficients follows g. */
  TestResult test(int[] columns) {
    int p = score.length;
    int q = columns.length;
    double[][] matrix = new double[p + q][p + q];
    double[] u = new double[p + q];
    for (int j = 0; j < p; j++) {
      System.arraycopy(information[0][j], 0, matrix[j], 0, p);
      for (int b = 0; b < q; b++) {
        matrix[j][p + b] = matrix[p + b][j] = information[1][j][columns[b]];
      }
    }
    for (int a = 0; a < q; a++) {
      u[p + a] = score[columns[a]];
      for (int b = 0; b < q; b++) {
        matrix[p + a][p + b] = information[2][columns[a]][columns[b]];
      }
    }
    return TestResult.ofChiSquared(new Cholesky(matrix, 1e-13).quadraticForm(u), q);
  }
}
