package org.hepatica.survival.cox;

/**
 * What a range of times must know of the ranges around it, stratum by stratum; null for nothing.
 *
 * @param later sums over those who leave in later ranges: they are at risk here
 * @param earlier what the event times of earlier ranges add up to: who leaves here was at risk
 *     there
 */
public record Neighbours(LevelSums[] later, PassedSteps[] earlier) {

  /** All times are in one range. */
  public static final Neighbours NONE = new Neighbours(null, null);

  LevelSums later(int stratum) {
    return later == null ? null : later[stratum];
  }

  PassedSteps earlier(int stratum) {
    return earlier == null ? null : earlier[stratum];
  }
}
