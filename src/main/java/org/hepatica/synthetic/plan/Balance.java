package org.hepatica.synthetic.plan;

/**
 * The scores of the univariate Cox models at the hazard ratios aimed at: for every covariate, the
 * sum over events of the patient's value less its weighted mean among those at risk. A score of 0
 * is an estimate equal to the aim.
 */
final class Balance {

  private static final Predictor[] ALL = Predictor.values();

  private final double[][] x;
  private final double[][] weight;
  private final double[] importance = new double[ALL.length];
  private final double[] sum0 = new double[ALL.length];
  private final double[] sum1 = new double[ALL.length];
  private final double[] score = new double[ALL.length];

  Balance(Member[] members, boolean overall) {
    x = new double[members.length][ALL.length];
    weight = new double[members.length][ALL.length];
    for (int j = 0; j < ALL.length; j++) {
      double beta = Math.log(overall ? ALL[j].overall : ALL[j].recurrenceFree);
      fill(members, j, beta);
    }
  }

  private void fill(Member[] members, int j, double beta) {
    double n = 0;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < members.length; i++) {
      double value = ALL[j].of(members[i]);
      if (!Double.isNaN(value)) {
        x[i][j] = value;
        weight[i][j] = Math.exp(beta * value);
        sum0[j] += weight[i][j];
        sum1[j] += weight[i][j] * value;
        n++;
        sum += value;
        squares += value * value;
      }
    }
    double variance = n == 0 ? 0 : squares / n - (sum / n) * (sum / n);
    importance[j] = variance > 1e-9 ? 1 / variance : 0;
  }

  /** How far from 0 the scores would be if this patient had the next event. */
  double distance(int member) {
    double total = 0;
    for (int j = 0; j < ALL.length; j++) {
      double next = score[j] + residual(member, j);
      total += importance[j] * next * next;
    }
    return total;
  }

  /** The patient has the event, and is no longer at risk. */
  void event(int member) {
    for (int j = 0; j < ALL.length; j++) {
      score[j] += residual(member, j);
    }
    leave(member);
  }

  /** The patient is no longer at risk. */
  void leave(int member) {
    for (int j = 0; j < ALL.length; j++) {
      sum0[j] -= weight[member][j];
      sum1[j] -= weight[member][j] * x[member][j];
    }
  }

  private double residual(int member, int j) {
    return weight[member][j] == 0 || sum0[j] < 1e-9 ? 0 : x[member][j] - sum1[j] / sum0[j];
  }
}
