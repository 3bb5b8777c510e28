package org.hepatica.survival.cox;

import java.util.Optional;
import org.hepatica.survival.Covariance;
import org.hepatica.survival.WaldEstimate;

/**
 * A column of a Cox model.
 *
 * @param name the column
 * @param status whether it was estimated, and if not, why
 * @param estimate present exactly if estimated
 */
public record CoxCoefficient(
    String name, CoefficientStatus status, Optional<WaldEstimate> estimate) {

  /** The same with the standard error from another covariance. */
  CoxCoefficient with(Covariance covariance) {
    Optional<WaldEstimate> changed =
        estimate.map(
            old -> WaldEstimate.of(old.coefficient(), Math.sqrt(covariance.of(name, name))));
    return new CoxCoefficient(name, status, changed);
  }
}
