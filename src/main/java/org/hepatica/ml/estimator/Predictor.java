package org.hepatica.ml.estimator;

import java.io.Serializable;
import org.apache.spark.ml.linalg.Vector;

/**
 * The linear predictor {@code sum b (x - centre) + offset - offsetCentre}, centred as R centres it:
 * at the weighted mean of a column, at 0 if it has no values but -1, 0 and 1. It travels to where
 * the rows are.
 *
 * @param coefficient one a covariate; 0 for one without an estimate
 * @param centre one a covariate
 * @param offsetCentre the weighted mean offset; 0 without offsets
 */
record Predictor(double[] coefficient, double[] centre, double offsetCentre)
    implements Serializable {

  /**
   * Of a subject.
   *
   * @param features its covariates
   * @param offset its offset; 0 without offsets
   * @return the linear predictor; null if a value is missing
   * @throws IllegalArgumentException if the vector has another size
   */
  Double of(Vector features, Double offset) {
    if (features == null || offset == null) {
      return null;
    }
    if (features.size() != coefficient.length) {
      throw new IllegalArgumentException(
          "the model has %d covariates, a row has %d"
              .formatted(coefficient.length, features.size()));
    }
    double sum = offset - offsetCentre;
    for (int j = 0; j < coefficient.length; j++) {
      double value = features.apply(j);
      if (Double.isNaN(value)) {
        return null;
      }
      if (coefficient[j] != 0) {
        sum += coefficient[j] * (value - centre[j]);
      }
    }
    return Double.isNaN(sum) ? null : sum;
  }
}
