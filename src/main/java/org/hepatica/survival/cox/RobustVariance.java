package org.hepatica.survival.cox;

import java.util.List;
import org.hepatica.survival.Covariance;

/**
 * The sandwich variance {@code V (sum over clusters of U U') V}, V the model's, U the sum of the
 * weighted score residuals of a cluster. Lin and Wei 1989, doi:10.1080/01621459.1989.10478874.
 */
final class RobustVariance {

  private RobustVariance() {}

  /** The fit with robust errors; as it is, with a warning, if a coefficient runs to infinity. */
  static CoxFit of(CoxSource source, CoxFit fit) {
    if (fit.isInfinite()) {
      return fit.warning(List.of("standard errors are not robust: a coefficient runs to infinity"));
    }
    ColumnScale scale = source.scale();
    FittedColumns fitted = FittedColumns.of(fit, source.names(), scale);
    int[] columns = fitted.columns();
    double[][] products = source.scoreProducts(columns, fitted.beta());
    for (int j = 0; j < columns.length; j++) {
      for (int k = 0; k < columns.length; k++) {
        products[j][k] *= scale.deviation(columns[j]) * scale.deviation(columns[k]);
      }
    }
    double[][] model = fit.covariance().toArray();
    double[][] sandwich = times(times(model, products), model);
    return fit.withRobust(new Covariance(fit.covariance().names(), sandwich));
  }

  private static double[][] times(double[][] a, double[][] b) {
    int p = a.length;
    double[][] product = new double[p][p];
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < p; j++) {
        for (int k = 0; k < p; k++) {
          product[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return product;
  }
}
