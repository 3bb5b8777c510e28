package org.hepatica.survival.cox;

import java.util.Arrays;

/**
 * All that the partial likelihood needs to know of one event time in one stratum: sums over those
 * at risk and over those who have the event. Mutable, used again from time to time.
 */
public final class EventTime {

  /** Those at risk. */
  final RiskSums risk;

  /** Of these, those with the event. */
  final RiskSums dead;

  /** The number of events. */
  long deaths;

  /** The sum of their case weights. */
  double deathWeight;

  /** The weighted sum of their linear predictors. */
  double deathEta;

  /** The weighted sum of their covariates. */
  final double[] deathX;

  /**
   * An event time without events.
   *
   * @param columns number of covariates
   */
  public EventTime(int columns) {
    this(new RiskSums(columns), columns);
  }

  /**
   * The same with those at risk given.
   *
   * @param risk sums over those at risk; not copied
   * @param columns number of covariates
   */
  public EventTime(RiskSums risk, int columns) {
    this.risk = risk;
    dead = new RiskSums(columns);
    deathX = new double[columns];
  }

  /**
   * Adds tied events; they must be among those at risk as well.
   *
   * @param sums sums over them, as those at risk are summed
   * @param count how many
   * @param weight the sum of their case weights, the count if there are none
   * @param eta the weighted sum of their linear predictors
   * @param x the weighted sum of their covariates
   */
  public void addDeaths(RiskSums sums, long count, double weight, double eta, double[] x) {
    dead.merge(sums);
    deaths += count;
    deathWeight += weight;
    deathEta += eta;
    for (int j = 0; j < deathX.length; j++) {
      deathX[j] += x[j];
    }
  }

  void addDeath(double eta, long count, double mass, double[] x, int from) {
    dead.add(eta, mass, x, from);
    deaths += count;
    deathWeight += mass;
    deathEta += mass * eta;
    for (int j = 0; j < deathX.length; j++) {
      deathX[j] += mass * x[from + j];
    }
  }

  void clearDeaths() {
    dead.clear();
    deaths = 0;
    deathWeight = 0;
    deathEta = 0;
    Arrays.fill(deathX, 0);
  }
}
