package org.hepatica.ml.direct;

import org.hepatica.survival.cox.RiskSlots;

/**
 * The rows of a range of linear predictors and what is known of those of other ranges.
 *
 * @param weight by slot, of the pairs of its events; null for 1
 * @param lower cumulated sums over the ranges below
 * @param everybody cumulated sums over all ranges
 */
record Pairing(
    ScoredRows rows, RiskSlots risk, double[] weight, PlaceTable lower, PlaceTable everybody) {

  void run(PairPass.Visitor visitor) {
    new PairPass(rows, risk, weight, lower, everybody, visitor).run();
  }
}
