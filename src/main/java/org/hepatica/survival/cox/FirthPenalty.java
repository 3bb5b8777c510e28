package org.hepatica.survival.cox;

import java.util.Optional;
import org.hepatica.survival.Cholesky;

/**
 * Firth's penalty {@code log|I| / 2} at one point: what it adds to a log partial likelihood of
 * information I, and to its gradient {@code tr(V dI/db_j) / 2}, V the inverse of I.
 *
 * <p>Firth 1993, doi:10.1093/biomet/80.1.27; Heinze and Schemper 2001,
 * doi:10.1111/j.0006-341X.2001.00114.x.
 */
public final class FirthPenalty {

  private final CoxDerivatives plain;
  private final Cholesky decomposed;
  private final double[][] inverse;

  private FirthPenalty(CoxDerivatives plain, Cholesky decomposed) {
    this.plain = plain;
    this.decomposed = decomposed;
    inverse = decomposed.inverse();
  }

  /**
   * The penalty of a likelihood.
   *
   * @param plain the likelihood without
   * @return empty without columns, or where one is redundant: it is set aside before the climb
   */
  public static Optional<FirthPenalty> of(CoxDerivatives plain) {
    Cholesky decomposed = new Cholesky(plain.information(), 0);
    int p = plain.gradient().length;
    return p == 0 || decomposed.rank() < p
        ? Optional.empty()
        : Optional.of(new FirthPenalty(plain, decomposed));
  }

  /** V, the inverse of the information. */
  public double[][] inverse() {
    return inverse;
  }

  /**
   * The penalised likelihood; its information is that of the likelihood itself.
   *
   * @param trace {@code tr(V dI/db_j)} of each column
   */
  public CoxDerivatives penalised(double[] trace) {
    double[] gradient = plain.gradient().clone();
    for (int j = 0; j < gradient.length; j++) {
      gradient[j] += trace[j] / 2;
    }
    double value = plain.logLikelihood() + decomposed.logDeterminant() / 2;
    return new CoxDerivatives(value, gradient, plain.information());
  }
}
