package org.hepatica.survival.cox;

import java.util.HashMap;
import java.util.Map;

/** The cross product of rows' weighted score residuals, summed by cluster. */
final class ScoreProducts {

  private ScoreProducts() {}

  static double[][] of(CoxData data, FittedRows fitted) {
    RowResiduals residuals = new RowResiduals(fitted);
    int p = fitted.columns();
    double[][] products = new double[p][p];
    Map<Integer, double[]> clusters = new HashMap<>();
    for (int i = 0; i < fitted.rows.size; i++) {
      int row = fitted.rows.row[i];
      double[] score = residuals.score(i);
      for (int j = 0; j < p; j++) {
        score[j] *= data.weight(row);
      }
      if (data.isClustered()) {
        double[] cluster = clusters.computeIfAbsent(data.cluster(row), k -> new double[p]);
        for (int j = 0; j < p; j++) {
          cluster[j] += data.frequency(row) * score[j];
        }
      } else {
        addSquare(products, score, data.frequency(row));
      }
    }
    clusters.values().forEach(cluster -> addSquare(products, cluster, 1));
    return products;
  }

  private static void addSquare(double[][] sum, double[] d, double times) {
    for (int j = 0; j < d.length; j++) {
      for (int k = 0; k < d.length; k++) {
        sum[j][k] += times * d[j] * d[k];
      }
    }
  }
}
