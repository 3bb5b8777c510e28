package org.hepatica.survival.competing;

import java.util.Arrays;

/**
 * Sums over the risk set of the subdistribution at each time with an event of the cause.
 *
 * <p>A subject is at risk up to its time; with a competing event also after it, weighted by {@code
 * G(t-) / G(T-)}, G the probability of its group of not being censored. So at t the risk set is a
 * sum over rows from t on, found scanning from the last time to the first, and for each group
 * {@code G(t-)} times a sum over earlier competing rows, found scanning forward: two passes, where
 * the definition has one over all rows a time. Kawaguchi et al. 2021, doi:10.32614/RJ-2021-010.
 *
 * <p>Arrays are read as they are; times without an event of the cause have zeros.
 */
final class SubdistributionSums {

  final SubdistributionRows rows;

  /** exp(x b) of each row, the largest 1: the shift is in {@link #shift}. */
  final double[] risk;

  final double shift;

  /** Events of the cause at each time. */
  final double[] events;

  /** Sum of risks, and the mean of x weighted by them. */
  final double[] total;

  final double[][] mean;

  SubdistributionSums(SubdistributionRows rows, double[] beta) {
    this.rows = rows;
    int n = rows.x.length;
    double[] score = new double[n];
    for (int i = 0; i < n; i++) {
      score[i] = dot(rows.x[i], beta);
    }
    shift = Arrays.stream(score).max().orElse(0);
    risk = Arrays.stream(score).map(value -> Math.exp(value - shift)).toArray();
    int times = rows.distinctTimes();
    events = new double[times];
    total = new double[times];
    mean = new double[times][];
    countEvents();
    addStaying();
    addCompeting();
    for (int k = 0; k < times; k++) {
      for (int j = 0; j < rows.columns && mean[k] != null; j++) {
        mean[k][j] /= total[k];
      }
    }
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  private void countEvents() {
    for (int k = 0; k < events.length; k++) {
      for (int i = rows.start[k]; i < rows.start[k + 1]; i++) {
        events[k] += rows.isEvent[i] ? rows.frequency[i] : 0;
      }
    }
  }

  private void addStaying() {
    double sum = 0;
    double[] weighted = new double[rows.columns];
    for (int k = events.length - 1; k >= 0; k--) {
      for (int i = rows.start[k]; i < rows.start[k + 1]; i++) {
        double r = rows.frequency[i] * risk[i];
        sum += r;
        addTo(weighted, r, rows.x[i]);
      }
      if (events[k] > 0) {
        total[k] = sum;
        mean[k] = weighted.clone();
      }
    }
  }

  private void addCompeting() {
    EarlierCompeting earlier = new EarlierCompeting(this);
    for (int k = 0; k < events.length; k++) {
      for (int g = 0; g < rows.censoring.groups() && events[k] > 0; g++) {
        double free = rows.censoring.before(g, k);
        total[k] += free * earlier.total(g);
        addTo(mean[k], free, earlier.weighted(g));
      }
      earlier.pass(k);
    }
  }

  static void addTo(double[] sum, double weight, double[] x) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += weight * x[j];
    }
  }
}
