package org.hepatica.survival.cox;

import java.util.Arrays;

/**
 * The steps of the baseline hazard at each event time, in the tie method of the fit, and what they
 * are made of. Arrays are by event time as {@link EventTimes} numbers them; shared, not copied.
 *
 * @param hazard m sum(1/z)
 * @param dead m sum(f/z): what a subject that has the event there is spared
 * @param variance m sum(1/z^2)
 * @param hazardX m sum(mean x / z), by column
 * @param deadX m sum(f mean x / z)
 * @param meanX the mean of x among those at risk, averaged over the tied events
 */
record HazardSteps(
    double[] hazard,
    double[] dead,
    double[] variance,
    double[][] hazardX,
    double[][] deadX,
    double[][] meanX) {

  static HazardSteps of(CoxRows rows, double[] eta, Ties ties) {
    int n = rows.events.size();
    int p = rows.columns;
    HazardSteps steps =
        new HazardSteps(
            new double[n],
            new double[n],
            new double[n],
            new double[n][p],
            new double[n][p],
            new double[n][p]);
    TieSums sums = new TieSums();
    RiskSweep.of(rows).run(eta, (number, at) -> steps.set(number, at, ties, sums));
    return steps;
  }

  private void set(int e, EventTime at, Ties ties, TieSums sums) {
    RiskSums risk = at.risk;
    RiskSums died = at.dead;
    died.rescale(risk.shift);
    sums.set(ties, at.deaths, at.deathWeight / at.deaths, risk.s0, died.s0);
    double unit = Math.exp(-risk.shift);
    hazard[e] = sums.inverse * unit;
    dead[e] = sums.fInverse * unit;
    variance[e] = sums.square * unit * unit;
    for (int j = 0; j < risk.s1.length; j++) {
      double r = risk.s1[j];
      double d = died.s1[j];
      hazardX[e][j] = (sums.square * r - sums.fSquare * d) * unit;
      deadX[e][j] = (sums.fSquare * r - sums.ffSquare * d) * unit;
      meanX[e][j] = (sums.inverse * r - sums.fInverse * d) / at.deathWeight;
    }
  }

  /** Sums of steps from the first event time of each stratum to each event time. */
  static double[] cumulative(double[] steps, EventTimes events) {
    double[] sums = Arrays.copyOf(steps, steps.length);
    for (int e = steps.length - 1; e >= 0; e--) {
      sums[e] += events.isFirst(e) ? 0 : sums[e + 1];
    }
    return sums;
  }

  /** The same column by column. */
  static double[][] cumulative(double[][] steps, EventTimes events, int columns) {
    double[][] sums = new double[steps.length][];
    for (int e = steps.length - 1; e >= 0; e--) {
      sums[e] = steps[e].clone();
      for (int j = 0; j < columns && !events.isFirst(e); j++) {
        sums[e][j] += sums[e + 1][j];
      }
    }
    return sums;
  }
}
