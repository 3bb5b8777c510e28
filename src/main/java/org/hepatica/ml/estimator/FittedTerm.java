package org.hepatica.ml.estimator;

import java.util.Optional;
import java.util.OptionalDouble;
import org.hepatica.survival.WaldEstimate;
import org.hepatica.survival.cox.CoefficientStatus;

/**
 * A covariate of a fitted model.
 *
 * @param term its name
 * @param status whether it was estimated, and if not, why
 * @param coefficient log hazard ratio a unit; present exactly if estimated
 * @param wald with its standard error, robust if the model is, and test; empty if the estimate is
 *     penalised by an elastic net
 * @param modelStdError from the information; present exactly if the model's errors are robust
 */
public record FittedTerm(
    String term,
    CoefficientStatus status,
    OptionalDouble coefficient,
    Optional<WaldEstimate> wald,
    OptionalDouble modelStdError) {

  /** The hazard ratio a unit. */
  public OptionalDouble hazardRatio() {
    return coefficient.isPresent()
        ? OptionalDouble.of(Math.exp(coefficient.getAsDouble()))
        : OptionalDouble.empty();
  }
}
