package org.hepatica.survival.cox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hepatica.survival.Covariance;

/**
 * The sandwich variance {@code sum over clusters of D D'}, D the sum of the weighted dfbeta
 * residuals of a cluster. Lin and Wei 1989, doi:10.1080/01621459.1989.10478874.
 */
final class RobustVariance {

  private RobustVariance() {}

  /** The fit with robust errors; as it is, with a warning, if a coefficient runs to infinity. */
  static CoxFit of(CoxData data, CoxFit fit) {
    if (fit.coefficients().stream().anyMatch(c -> c.status().isInfinite())) {
      return fit.warning(List.of("standard errors are not robust: a coefficient runs to infinity"));
    }
    CoxResiduals residuals = CoxResiduals.of(data, fit);
    return fit.withRobust(new Covariance(residuals.columns(), sandwich(data, residuals.dfbeta())));
  }

  private static double[][] sandwich(CoxData data, double[][] dfbeta) {
    int p = dfbeta.length == 0 ? 0 : dfbeta[0].length;
    double[][] sum = new double[p][p];
    Map<Integer, double[]> clusters = new HashMap<>();
    for (int i = 0; i < dfbeta.length; i++) {
      if (data.isClustered()) {
        double[] cluster = clusters.computeIfAbsent(data.cluster(i), k -> new double[p]);
        for (int j = 0; j < p; j++) {
          cluster[j] += data.frequency(i) * dfbeta[i][j];
        }
      } else {
        addSquare(sum, dfbeta[i], data.frequency(i));
      }
    }
    clusters.values().forEach(cluster -> addSquare(sum, cluster, 1));
    return sum;
  }

  private static void addSquare(double[][] sum, double[] d, double times) {
    for (int j = 0; j < d.length; j++) {
      for (int k = 0; k < d.length; k++) {
        sum[j][k] += times * d[j] * d[k];
      }
    }
  }
}
