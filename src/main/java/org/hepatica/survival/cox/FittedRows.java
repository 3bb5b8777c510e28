package org.hepatica.survival.cox;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows of data at the estimate of a fit: linear predictors and the steps of the hazard.
 *
 * <p>Columns without a coefficient because they add nothing take no part. Shared within the
 * package, not copied.
 */
final class FittedRows {

  final CoxRows rows;
  final ColumnScale scale;

  /** The numbers of the estimated columns in the data. */
  final int[] kept;

  /** Their coefficients, in standardised columns. */
  final double[] beta;

  /** Linear predictors from the columns' means and the mean offset. */
  final double[] eta;

  final HazardSteps steps;

  private FittedRows(CoxData data, CoxFit fit, int[] kept) {
    this.kept = kept;
    scale = new ColumnScale(data);
    rows = new CoxRows(data, kept, scale);
    List<String> names = fit.covariance().names();
    beta = new double[kept.length];
    for (int j = 0; j < kept.length; j++) {
      beta[j] = fit.estimate(names.get(j)).coefficient() * scale.deviation(kept[j]);
    }
    eta = rows.eta(beta);
    steps = HazardSteps.of(rows, eta, fit.ties());
  }

  /**
   * The rows at the estimate.
   *
   * @throws IllegalArgumentException if a coefficient runs to infinity or ties are exact: there are
   *     no residuals then, as in R
   */
  static FittedRows of(CoxData data, CoxFit fit) {
    if (fit.ties() == Ties.EXACT) {
      throw new IllegalArgumentException("exact ties have no residuals and no baseline hazard");
    }
    fit.coefficients().stream()
        .filter(c -> c.status().isInfinite())
        .findFirst()
        .ifPresent(
            c -> {
              throw new IllegalArgumentException(
                  c.name() + " runs to infinity: there are no residuals; fit with Firth's penalty");
            });
    int[] kept = fit.covariance().names().stream().mapToInt(data::columnOf).toArray();
    return new FittedRows(data, fit, kept);
  }

  /** The number of estimated columns. */
  int columns() {
    return kept.length;
  }

  /** A row's hazard ratio. */
  double ratio(int i) {
    return Math.exp(eta[i]);
  }

  /** Standard deviations of the estimated columns. */
  double[] units() {
    return IntStream.of(kept).mapToDouble(scale::deviation).toArray();
  }
}
