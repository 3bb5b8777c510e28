package org.hepatica.survival.cox;

/**
 * Firth's penalised log partial likelihood {@code l + log|I| / 2}: its maximum is finite also where
 * the likelihood is monotone.
 *
 * <p>The score of column j gains {@code tr(I^-1 dI/db_j) / 2}. With {@code q = x' I^-1 x} the trace
 * needs, at each of Efron's steps, only the means of q and x q beside those of x and x x': {@code
 * E(x q) - m E(q) - 2 M2 I^-1 m + 2 m m' I^-1 m}. The information is that of the likelihood itself,
 * so Newton's steps converge linearly. Firth 1993, doi:10.1093/biomet/80.1.27; Heinze and Schemper
 * 2001, doi:10.1111/j.0006-341X.2001.00114.x.
 */
final class FirthLikelihood implements CoxObjective {

  private final CoxRows rows;
  private final Ties ties;
  private final int p;
  private final CoxLikelihood likelihood;

  FirthLikelihood(CoxRows rows, Ties ties) {
    this.rows = rows;
    this.ties = ties;
    this.p = rows.columns;
    likelihood = new CoxLikelihood(rows, ties);
  }

  @Override
  public CoxDerivatives at(double[] beta) {
    CoxDerivatives plain = likelihood.at(beta);
    // Where a column is redundant, which is judged before the climb, there is no penalty.
    return FirthPenalty.of(plain).map(penalty -> penalised(penalty, beta)).orElse(plain);
  }

  private CoxDerivatives penalised(FirthPenalty penalty, double[] beta) {
    double[][] inverse = penalty.inverse();
    double[] trace = new double[p];
    RiskSweep.of(rows.with(squares(inverse)))
        .run(rows.eta(beta), (number, at) -> addTrace(at, inverse, trace));
    return penalty.penalised(trace);
  }

  private double[] squares(double[][] inverse) {
    double[] q = new double[rows.size];
    for (int i = 0; i < rows.size; i++) {
      for (int j = 0; j < p; j++) {
        for (int k = 0; k < p; k++) {
          q[i] += rows.x[i * p + j] * inverse[j][k] * rows.x[i * p + k];
        }
      }
    }
    return q;
  }

  private void addTrace(EventTime at, double[][] inverse, double[] trace) {
    at.dead.rescale(at.risk.shift);
    boolean efron = ties == Ties.EFRON;
    long steps = efron ? at.deaths : 1;
    double weight = at.deathWeight / steps;
    for (long l = 0; l < steps; l++) {
      addStep(at, (double) l / at.deaths, weight, inverse, trace);
    }
  }

  private void addStep(EventTime at, double f, double weight, double[][] inverse, double[] trace) {
    RiskSums r = at.risk;
    RiskSums d = at.dead;
    double z = r.s0 - f * d.s0;
    double[] mean = new double[p];
    for (int j = 0; j < p; j++) {
      mean[j] = (r.s1[j] - f * d.s1[j]) / z;
    }
    double[] turned = new double[p];
    double square = 0;
    for (int j = 0; j < p; j++) {
      for (int k = 0; k < p; k++) {
        turned[j] += inverse[j][k] * mean[k];
      }
      square += mean[j] * turned[j];
    }
    double meanQ = (r.s1[p] - f * d.s1[p]) / z;
    for (int j = 0; j < p; j++) {
      double sum = (r.s2[cell(p, j)] - f * d.s2[cell(p, j)]) / z;
      for (int k = 0; k < p; k++) {
        int cell = cell(Math.max(j, k), Math.min(j, k));
        sum -= 2 * (r.s2[cell] - f * d.s2[cell]) / z * turned[k];
      }
      trace[j] += weight * (sum - mean[j] * meanQ + 2 * mean[j] * square);
    }
  }

  private static int cell(int row, int column) {
    return row * (row + 1) / 2 + column;
  }
}
