package org.hepatica.survival.cox;

import java.util.Arrays;

/** The inverse squared probability of not being censored before a time, in one stratum. */
final class CensoringWeights {

  private CensoringWeights() {}

  /**
   * By rank of time: {@code 1 / G(t-)^2}; those with the event at a time leave before censoring.
   */
  static double[] inverseSquared(CoxData data, int[] rows) {
    int[] time = data.followUp().timeRank();
    int n = data.followUp().grid().size();
    double[] dead = new double[n];
    double[] censored = new double[n];
    for (int row : rows) {
      double mass = data.weight(row) * data.frequency(row);
      (data.event(row) ? dead : censored)[time[row]] += mass;
    }
    return inverseSquared(dead, censored);
  }

  /**
   * The same of sums.
   *
   * @param dead by time, ascending, the weighted number of those with the event
   * @param censored likewise of those without
   */
  static double[] inverseSquared(double[] dead, double[] censored) {
    int n = dead.length;
    double atRisk = Arrays.stream(dead).sum() + Arrays.stream(censored).sum();
    double[] weights = new double[n];
    double uncensored = 1;
    for (int t = 0; t < n; t++) {
      weights[t] = 1 / (uncensored * uncensored);
      atRisk -= dead[t];
      if (censored[t] > 0) {
        uncensored *= Math.max(0, atRisk - censored[t]) / atRisk;
      }
      atRisk -= censored[t];
    }
    return weights;
  }
}
