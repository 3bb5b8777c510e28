package org.hepatica.survival.cox;

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

  private FittedRows(CoxData data, ColumnScale scale, int[] kept, double[] beta, Ties ties) {
    this.kept = kept;
    this.scale = scale;
    this.beta = beta;
    rows = new CoxRows(data, kept, scale);
    eta = rows.eta(beta);
    steps = HazardSteps.of(rows, eta, ties);
  }

  /** The rows at coefficients of some standardised columns. */
  static FittedRows at(CoxData data, ColumnScale scale, int[] kept, double[] beta, Ties ties) {
    return new FittedRows(data, scale, kept, beta, ties);
  }

  /**
   * The rows at the estimate.
   *
   * @throws IllegalArgumentException if a coefficient runs to infinity or ties are exact: there are
   *     no residuals then, as in R
   */
  static FittedRows of(CoxData data, CoxFit fit) {
    if (fit.ties() == Ties.EXACT) {
      throw ExactTies.noResiduals();
    }
    ColumnScale scale = new ColumnScale(data);
    FittedColumns fitted = FittedColumns.of(fit, data.names(), scale);
    return at(data, scale, fitted.columns(), fitted.beta(), fit.ties());
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
