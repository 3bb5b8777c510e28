package org.hepatica.ml.direct;

import java.util.List;
import org.hepatica.survival.WaldEstimate;
import org.hepatica.survival.cox.ColumnScale;
import org.hepatica.survival.cox.CoxFit;

/**
 * The estimates of a fit.
 *
 * @param columns numbers of the estimated columns, ascending
 * @param beta their coefficients, of the standardised columns
 */
record Fitted(int[] columns, double[] beta) {

  /**
   * The estimates.
   *
   * @throws IllegalArgumentException if a coefficient runs to infinity
   */
  static Fitted of(CoxFit fit, List<String> names, ColumnScale scale) {
    fit.coefficients().stream()
        .filter(c -> c.status().isInfinite())
        .findFirst()
        .ifPresent(
            c -> {
              throw new IllegalArgumentException(
                  c.name() + " runs to infinity: there are no residuals; fit with Firth's penalty");
            });
    List<String> estimated = fit.covariance().names();
    int[] columns = estimated.stream().mapToInt(names::indexOf).toArray();
    double[] beta = new double[columns.length];
    for (int j = 0; j < beta.length; j++) {
      beta[j] =
          fit.coefficient(estimated.get(j)).estimate().map(WaldEstimate::coefficient).orElseThrow()
              * scale.deviation(columns[j]);
    }
    return new Fitted(columns, beta);
  }
}
