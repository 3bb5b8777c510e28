package org.hepatica.survival.competing;

import java.util.Arrays;
import java.util.List;

/**
 * Gray's scores and their covariance in one stratum, time by time.
 *
 * <p>With {@code h_g = n_g / S_g(t-)}, {@code H = sum of h_g}, d events of the cause, {@code F(t) =
 * sum of d / H} and {@code w = (1 - F(t-))^rho}: {@code a_gk = w h_g (1(g = k) - h_k / H)} and
 * {@code C_gk(t) = sum of a_gk d / (H (1 - F(t-)))}. To the covariance each time adds for each
 * group k at risk, as integrands of Gray's equation for the variance,
 *
 * <ul>
 *   <li>for events of the cause {@code a_gk + s (C_gk(end) - C_gk(t))} with {@code s = 1 - (1 -
 *       F(t)) / S_k(t)}, weighted by {@code S_k(t-) d / (H n_k)};
 *   <li>for its other events {@code s (C_gk(t) - C_gk(end))} with {@code s = (1 - F(t)) / S_k(t)},
 *       weighted by {@code (S_k(t-) / n_k)^2} times their number;
 * </ul>
 *
 * each with the hypergeometric correction for ties that {@code cmprsk::cuminc} makes.
 */
final class GraySums {

  private final List<CompetingCounts> stratum;
  private final int cause;
  private final double rho;
  private final int groups;
  private final long[] risk;
  private final double[] free;
  private final double[] incidence;
  private final double[] score;
  private final GrayCovariance covariance;
  private double pooled;

  private GraySums(List<CompetingCounts> stratum, int cause, double rho) {
    this.stratum = stratum;
    this.cause = cause;
    this.rho = rho;
    groups = stratum.size();
    risk = stratum.stream().mapToLong(CompetingCounts::n).toArray();
    free = new double[groups];
    Arrays.fill(free, 1);
    incidence = new double[groups];
    score = new double[groups];
    covariance = new GrayCovariance(groups);
  }

  /** Goes through the times of a stratum's groups. */
  static GraySums of(List<CompetingCounts> stratum, int cause, double rho) {
    GraySums sums = new GraySums(stratum, cause, rho);
    CompetingCounts.Builder together = CompetingCounts.builder();
    stratum.forEach(together::addAll);
    int[] next = new int[sums.groups];
    for (double time : together.build().times()) {
      sums.addTime(time, next);
    }
    return sums;
  }

  int cause() {
    return cause;
  }

  double score(int g) {
    return score[g];
  }

  double covariance(int g, int h) {
    return covariance.of(g, h);
  }

  private void addTime(double time, int[] next) {
    long[] events = new long[groups];
    long[] others = new long[groups];
    long[] leaving = new long[groups];
    for (int g = 0; g < groups; g++) {
      CompetingCounts group = stratum.get(g);
      if (next[g] < group.size() && group.time(next[g]) == time) {
        events[g] = group.count(cause, next[g]);
        leaving[g] = group.leaving(next[g]);
        others[g] = leaving[g] - events[g] - group.count(CompetingCounts.CENSORED, next[g]);
        next[g]++;
      }
    }
    if (Arrays.stream(events).sum() + Arrays.stream(others).sum() > 0) {
      addEvents(events, others);
    }
    Arrays.setAll(risk, g -> risk[g] - leaving[g]);
  }

  private void addEvents(long[] events, long[] others) {
    double[] hazardRisk = new double[groups];
    double[] after = free.clone();
    for (int g = 0; g < groups; g++) {
      if (risk[g] > 0) {
        hazardRisk[g] = risk[g] / free[g];
        after[g] *= (double) (risk[g] - events[g] - others[g]) / risk[g];
      }
    }
    long d = Arrays.stream(events).sum();
    double total = Arrays.stream(hazardRisk).sum();
    double weight = Math.pow(1 - pooled, rho);
    addScores(weight, events, d, hazardRisk);
    double hazard = d / (total * (1 - pooled));
    pooled += d / total;
    for (int k = 0; k < groups; k++) {
      if (risk[k] > 0) {
        double[] integrand = integrand(k, weight, hazardRisk, total);
        addCause(k, d, total, after[k], integrand, hazard);
        addOthers(k, others[k], after[k]);
        incidence[k] += free[k] * events[k] / risk[k];
      }
    }
    System.arraycopy(after, 0, free, 0, groups);
  }

  private void addScores(double weight, long[] events, long d, double[] hazardRisk) {
    double total = 0;
    for (int g = 0; g < groups; g++) {
      total += hazardRisk[g] * (1 - incidence[g]);
    }
    for (int g = 0; g < groups; g++) {
      if (risk[g] > 0) {
        score[g] += weight * (events[g] - d * hazardRisk[g] * (1 - incidence[g]) / total);
      }
    }
  }

  /** a_gk for every g. */
  private double[] integrand(int k, double weight, double[] hazardRisk, double total) {
    double[] integrand = new double[groups];
    for (int g = 0; g < groups; g++) {
      double others = (g == k ? 1 : 0) - hazardRisk[k] / total;
      integrand[g] = weight * hazardRisk[g] * others;
    }
    return integrand;
  }

  private void addCause(
      int k, long d, double total, double after, double[] integrand, double hazard) {
    if (d == 0) {
      return;
    }
    double slope = after > 0 ? 1 - (1 - pooled) / after : 1;
    double ties = d > 1 ? 1 - (d - 1) / (total * free[k] - 1) : 1;
    double[] base = new double[groups];
    for (int g = 0; g < groups; g++) {
      covariance.addDrift(g, k, integrand[g] == 0 ? 0 : integrand[g] * hazard);
      base[g] = integrand[g] - slope * covariance.drift(g, k);
    }
    covariance.addTerm(k, ties * free[k] * d / (total * risk[k]), base, slope);
  }

  private void addOthers(int k, long others, double after) {
    if (others == 0 || after == 0) {
      return;
    }
    double slope = (1 - pooled) / after;
    double ties = others > 1 ? 1 - (others - 1) / (risk[k] - 1.0) : 1;
    double[] base = new double[groups];
    for (int g = 0; g < groups; g++) {
      base[g] = slope * covariance.drift(g, k);
    }
    double share = free[k] / risk[k];
    covariance.addTerm(k, ties * share * share * others, base, -slope);
  }
}
