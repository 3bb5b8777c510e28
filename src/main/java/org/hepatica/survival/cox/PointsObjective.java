package org.hepatica.survival.cox;

import java.util.List;

/** A log-likelihood that is evaluated at any number of points at once; one is a list of one. */
@FunctionalInterface
public interface PointsObjective extends CoxObjective {

  @Override
  List<CoxDerivatives> at(List<double[]> points);

  @Override
  default CoxDerivatives at(double[] beta) {
    return at(List.of(beta)).get(0);
  }
}
