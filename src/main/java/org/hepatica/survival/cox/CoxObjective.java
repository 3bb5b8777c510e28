package org.hepatica.survival.cox;

/**
 * A concave log-likelihood of coefficients, wherever its sums are added up: in this process or on
 * many machines.
 */
@FunctionalInterface
public interface CoxObjective {

  /**
   * Evaluates.
   *
   * @param beta coefficients of the standardised columns; not kept
   * @return the log-likelihood there with its derivatives
   */
  CoxDerivatives at(double[] beta);
}
