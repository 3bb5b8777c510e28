package org.hepatica.survival.cox;

import java.io.Serializable;

/**
 * A log-likelihood at one point with its first two derivatives. Arrays are not copied.
 *
 * @param logLikelihood log partial likelihood
 * @param gradient its first derivatives, one a column
 * @param information the negative matrix of its second derivatives, symmetric
 */
public record CoxDerivatives(double logLikelihood, double[] gradient, double[][] information)
    implements Serializable {

  /** Of the sum of two log-likelihoods. */
  public CoxDerivatives plus(CoxDerivatives other) {
    int p = gradient.length;
    double[] slope = new double[p];
    double[][] matrix = new double[p][p];
    for (int j = 0; j < p; j++) {
      slope[j] = gradient[j] + other.gradient[j];
      for (int k = 0; k < p; k++) {
        matrix[j][k] = information[j][k] + other.information[j][k];
      }
    }
    return new CoxDerivatives(logLikelihood + other.logLikelihood, slope, matrix);
  }
}
