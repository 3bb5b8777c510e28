package org.hepatica.survival.cox;

import java.util.List;

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

  /**
   * Evaluates at several points, which costs less than one by one where rows are far away.
   *
   * @param points coefficients of the standardised columns; not kept
   * @return the log-likelihood at each with its derivatives
   */
  default List<CoxDerivatives> at(List<double[]> points) {
    return points.stream().map(beta -> at(beta)).toList();
  }
}
