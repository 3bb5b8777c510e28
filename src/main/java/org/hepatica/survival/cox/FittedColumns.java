package org.hepatica.survival.cox;

import java.util.List;

/**
 * The columns of data that a fit has estimates of.
 *
 * @param columns their numbers, in the order of the estimates
 * @param beta their coefficients, of the standardised columns
 */
public record FittedColumns(int[] columns, double[] beta) {

  /**
   * The estimates of a fit.
   *
   * @param fit of the data
   * @param names of the data's columns
   * @param scale of the data
   * @throws IllegalArgumentException if a coefficient runs to infinity: there are no residuals
   *     then, as in R
   */
  public static FittedColumns of(CoxFit fit, List<String> names, ColumnScale scale) {
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
      beta[j] = fit.estimate(estimated.get(j)).coefficient() * scale.deviation(columns[j]);
    }
    return new FittedColumns(columns, beta);
  }
}
