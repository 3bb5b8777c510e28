package org.hepatica.survival.cox;

/**
 * Adds up the contributions of event times to Cox's log partial likelihood, its gradient and its
 * information: a mergeable state. Mutable, for one thread.
 *
 * <p>With d events of mean weight m, at each of Efron's d steps {@code z = s0 - f d0}: {@code sum(w
 * eta) - m sum(log z)} and its derivatives. Efron 1977, doi:10.1080/01621459.1977.10480613.
 */
public final class CoxAccumulator {

  private final Ties ties;
  private final int p;
  private final TieSums sums = new TieSums();
  private final double[] gradient;
  private final double[] information;
  private double logLikelihood;

  /**
   * Nothing added yet.
   *
   * @param ties Efron's or Breslow's
   * @param columns number of covariates
   * @throws IllegalArgumentException if ties are exact: these are no function of the sums
   */
  public CoxAccumulator(Ties ties, int columns) {
    if (ties == Ties.EXACT) {
      throw new IllegalArgumentException("exact ties need the subjects themselves, not sums");
    }
    this.ties = ties;
    this.p = columns;
    gradient = new double[p];
    information = new double[p * (p + 1) / 2];
  }

  /** Adds an event time; one without events adds nothing. */
  public void add(EventTime at) {
    if (at.deaths == 0) {
      return;
    }
    RiskSums risk = at.risk;
    RiskSums dead = at.dead;
    dead.rescale(risk.shift);
    sums.set(ties, at.deaths, at.deathWeight / at.deaths, risk.s0, dead.s0);
    logLikelihood += at.deathEta - at.deathWeight * risk.shift - sums.logZ;
    int cell = 0;
    for (int j = 0; j < p; j++) {
      double rj = risk.s1[j];
      double dj = dead.s1[j];
      gradient[j] += at.deathX[j] - (sums.inverse * rj - sums.fInverse * dj);
      double ofRisk = sums.square * rj - sums.fSquare * dj;
      double ofDead = sums.ffSquare * dj - sums.fSquare * rj;
      for (int k = 0; k <= j; k++, cell++) {
        information[cell] +=
            sums.inverse * risk.s2[cell]
                - sums.fInverse * dead.s2[cell]
                - ofRisk * risk.s1[k]
                - ofDead * dead.s1[k];
      }
    }
  }

  /** Adds what another has added up. */
  public void merge(CoxAccumulator other) {
    logLikelihood += other.logLikelihood;
    for (int j = 0; j < p; j++) {
      gradient[j] += other.gradient[j];
    }
    for (int cell = 0; cell < information.length; cell++) {
      information[cell] += other.information[cell];
    }
  }

  /** The sums of all that was added. */
  public CoxDerivatives derivatives() {
    double[][] matrix = new double[p][p];
    int cell = 0;
    for (int j = 0; j < p; j++) {
      for (int k = 0; k <= j; k++) {
        matrix[j][k] = matrix[k][j] = information[cell++];
      }
    }
    return new CoxDerivatives(logLikelihood, gradient.clone(), matrix);
  }
}
