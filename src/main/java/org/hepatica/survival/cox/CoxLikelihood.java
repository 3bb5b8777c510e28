package org.hepatica.survival.cox;

/**
 * Cox's log partial likelihood with its first two derivatives, in one pass over the sorted rows.
 *
 * <p>Cox 1972, doi:10.1111/j.2517-6161.1972.tb00899.x.
 */
final class CoxLikelihood implements CoxObjective {

  private final CoxRows rows;
  private final Ties ties;
  private final RiskSweep sweep;

  CoxLikelihood(CoxRows rows, Ties ties) {
    this.rows = rows;
    this.ties = ties;
    sweep = RiskSweep.of(rows);
  }

  /** The likelihood of rows with any treatment of ties. */
  static CoxObjective of(CoxRows rows, Ties ties) {
    return ties == Ties.EXACT ? new ExactLikelihood(rows) : new CoxLikelihood(rows, ties);
  }

  @Override
  public CoxDerivatives at(double[] beta) {
    CoxAccumulator sum = new CoxAccumulator(ties, rows.columns);
    sweep.run(rows.eta(beta), (number, at) -> sum.add(at));
    return sum.derivatives();
  }
}
