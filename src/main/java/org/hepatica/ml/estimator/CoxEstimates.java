package org.hepatica.ml.estimator;

import java.util.List;
import java.util.Optional;
import org.hepatica.survival.Covariance;

/**
 * Everything that a fit learned.
 *
 * @param terms one a covariate, in the vector's order
 * @param covariance of the estimated coefficients, robust if the errors are; empty with a penalty
 * @param modelCovariance inverse of the information; present exactly if the errors are robust
 * @param predictor what a subject's linear predictor is made of
 * @param baseline cumulative hazards of the centre, by stratum
 * @param summary how it was fitted
 */
record CoxEstimates(
    List<FittedTerm> terms,
    Optional<Covariance> covariance,
    Optional<Covariance> modelCovariance,
    Predictor predictor,
    Baselines baseline,
    CoxRegressionSummary summary) {

  CoxEstimates {
    terms = List.copyOf(terms);
  }
}
