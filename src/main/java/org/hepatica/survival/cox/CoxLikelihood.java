package org.hepatica.survival.cox;

/**
 * Cox's log partial likelihood with its first two derivatives, in one pass over the sorted rows.
 *
 * <p>Hazard ratios are kept relative to {@code exp(shift)}, the shift following the largest linear
 * predictor at risk, so that no exponential overflows and no risk set vanishes. A change of shift
 * multiplies numerators and denominators alike; only log z must add it back.
 *
 * <p>Cox 1972, doi:10.1111/j.2517-6161.1972.tb00899.x.
 */
final class CoxLikelihood {

  /** A linear predictor may exceed the shift by this before the sums are scaled anew. */
  private static final double HEADROOM = 30;

  private final CoxRows rows;
  private final Ties ties;
  private final int p;

  CoxLikelihood(CoxRows rows, Ties ties) {
    this.rows = rows;
    this.ties = ties;
    this.p = rows.columns;
  }

  /** Evaluates at coefficients of the standardised columns. */
  CoxDerivatives at(double[] beta) {
    return new Pass(beta).run();
  }

  /** The running sums of one evaluation. */
  private final class Pass {

    private final double[] beta;
    private final RiskSums risk = new RiskSums(p);
    private final RiskSums dead = new RiskSums(p);
    private final TieSums sums = new TieSums();
    private final double[] gradient = new double[p];
    private final double[] information = new double[p * (p + 1) / 2];
    private double logLikelihood;
    private double shift;
    private long deaths;

    Pass(double[] beta) {
      this.beta = beta;
    }

    CoxDerivatives run() {
      for (int tie = 0; tie < rows.stratumStart.length; tie++) {
        if (rows.stratumStart[tie]) {
          risk.clear();
          shift = Double.NEGATIVE_INFINITY;
        }
        deaths = 0;
        for (int i = rows.tieStart[tie]; i < rows.tieStart[tie + 1]; i++) {
          enter(i);
        }
        if (deaths > 0) {
          addEventTime();
          dead.clear();
        }
      }
      return new CoxDerivatives(logLikelihood, gradient, square());
    }

    private void enter(int i) {
      long count = rows.frequency[i];
      if (count == 0) {
        return;
      }
      double eta = 0;
      for (int j = 0; j < p; j++) {
        eta += beta[j] * rows.x[i * p + j];
      }
      if (eta > shift + HEADROOM) {
        raiseShift(eta);
      }
      double weight = count * Math.exp(eta - shift);
      risk.add(weight, rows.x, i * p);
      if (rows.event[i]) {
        dead.add(weight, rows.x, i * p);
        addDeath(i, count, eta);
      }
    }

    private void raiseShift(double eta) {
      double factor = Math.exp(shift - eta);
      risk.scale(factor);
      dead.scale(factor);
      shift = eta;
    }

    private void addDeath(int i, long count, double eta) {
      deaths += count;
      logLikelihood += count * eta;
      for (int j = 0; j < p; j++) {
        gradient[j] += count * rows.x[i * p + j];
      }
    }

    private void addEventTime() {
      sums.set(ties, deaths, risk.s0, dead.s0);
      logLikelihood -= sums.logZ + deaths * shift;
      int cell = 0;
      for (int j = 0; j < p; j++) {
        double rj = risk.s1[j];
        double dj = dead.s1[j];
        gradient[j] -= sums.inverse * rj - sums.fInverse * dj;
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

    private double[][] square() {
      double[][] matrix = new double[p][p];
      int cell = 0;
      for (int j = 0; j < p; j++) {
        for (int k = 0; k <= j; k++) {
          matrix[j][k] = matrix[k][j] = information[cell++];
        }
      }
      return matrix;
    }
  }
}
