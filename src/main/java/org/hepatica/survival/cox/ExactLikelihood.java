package org.hepatica.survival.cox;

import java.util.Arrays;

/**
 * The discrete log partial likelihood: the d subjects with the event at a time, among all subsets
 * of d of those at risk.
 *
 * <p>Its denominator, the elementary symmetric polynomial of the hazard ratios, comes with its
 * derivatives from a recursion over those at risk: see {@link SubsetTotals}.
 */
final class ExactLikelihood implements CoxObjective {

  private final CoxRows rows;
  private final int p;

  /** Rows with an event at each event time: from [e] to [e + 1]. */
  private final long[] deaths;

  ExactLikelihood(CoxRows rows) {
    this.rows = rows;
    this.p = rows.columns;
    deaths = new long[rows.events.size()];
    for (int i = 0; i < rows.size; i++) {
      deaths[rows.last[i]] += rows.event[i] ? rows.frequency[i] : 0;
    }
    ExactTies.requireFew(atRiskTimesEvents(), p);
  }

  /** Subjects at risk times events, over all event times. */
  private double atRiskTimesEvents() {
    double[] atRisk = new double[rows.events.size() + 1];
    for (int i = 0; i < rows.size; i++) {
      atRisk[rows.last[i]] += rows.frequency[i];
      atRisk[rows.first[i] + 1] -= rows.frequency[i];
    }
    double sum = 0;
    double running = 0;
    for (int e = 0; e < deaths.length; e++) {
      running += atRisk[e];
      sum += running * deaths[e];
    }
    return sum;
  }

  @Override
  public CoxDerivatives at(double[] beta) {
    double[] eta = rows.eta(beta);
    double[] gradient = new double[p];
    double[][] information = new double[p][p];
    double logLikelihood = 0;
    int entered = 0;
    int[] atRisk = new int[rows.size];
    int size = 0;
    for (int e = 0; e < deaths.length; e++) {
      for (; entered < rows.size && rows.last[entered] == e; entered++) {
        atRisk[size++] = entered;
      }
      int number = e;
      int[] still = Arrays.stream(atRisk, 0, size).filter(i -> rows.first[i] >= number).toArray();
      logLikelihood += addEventTime(e, still, eta, gradient, information);
      size = still.length;
      System.arraycopy(still, 0, atRisk, 0, size);
    }
    return new CoxDerivatives(logLikelihood, gradient, information);
  }

  private double addEventTime(
      int e, int[] atRisk, double[] eta, double[] gradient, double[][] information) {
    double logLikelihood =
        -SubsetSums.of(rows, atRisk, eta, deaths[e]).takeOff(gradient, information);
    for (int i : atRisk) {
      if (rows.event[i] && rows.last[i] == e) {
        logLikelihood += rows.frequency[i] * eta[i];
        for (int j = 0; j < p; j++) {
          gradient[j] += rows.frequency[i] * rows.x[i * p + j];
        }
      }
    }
    return logLikelihood;
  }
}
