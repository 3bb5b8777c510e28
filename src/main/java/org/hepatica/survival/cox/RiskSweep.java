package org.hepatica.survival.cox;

/** Adds up those at risk at every event time, and shows each time to a visitor. */
interface RiskSweep {

  /** Sees the event times in order: stratum by stratum, from the last to the first. */
  @FunctionalInterface
  interface Visitor {

    /**
     * Sees an event time.
     *
     * @param number its number among {@link EventTimes}
     * @param at its sums, valid during the call
     */
    void see(int number, EventTime at);
  }

  /** One pass at given linear predictors. */
  void run(double[] eta, Visitor visitor);

  /** The way of adding up that the rows need. */
  static RiskSweep of(CoxRows rows) {
    return rows.truncated ? new TruncatedSweep(rows) : new SuffixSweep(rows);
  }
}
