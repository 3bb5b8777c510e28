package org.hepatica.survival.cox;

import java.io.Serializable;

/**
 * What the values of a scale of time come to over some of the times: enough to centre it at its
 * mean over all events. A mergeable state, immutable.
 *
 * @param sum over events
 * @param events how many
 * @param least of the finite values, of times without an event too
 * @param largest of the finite values
 * @param without the first event time that has no value; NaN if all have one
 */
public record ScaleSums(double sum, double events, double least, double largest, double without)
    implements Serializable {

  /**
   * The sums of some times.
   *
   * @param counts of these
   * @param g the scale at each
   */
  static ScaleSums of(TimeCounts counts, double[] g) {
    double sum = 0;
    double events = 0;
    double least = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    double without = Double.NaN;
    for (int t = 0; t < g.length; t++) {
      if (Double.isFinite(g[t])) {
        least = Math.min(least, g[t]);
        largest = Math.max(largest, g[t]);
      }
      if (counts.events()[t] > 0) {
        sum += counts.events()[t] * g[t];
        events += counts.events()[t];
        without = Double.isNaN(without) && !Double.isFinite(g[t]) ? counts.times()[t] : without;
      }
    }
    return new ScaleSums(sum, events, least, largest, without);
  }

  /** These and those of later times. */
  public ScaleSums merge(ScaleSums later) {
    return new ScaleSums(
        sum + later.sum,
        events + later.events,
        Math.min(least, later.least),
        Math.max(largest, later.largest),
        Double.isNaN(without) ? later.without : without);
  }

  /**
   * Values less the mean over events, brought to the size of 1.
   *
   * @param g the scale at some of the times
   * @return as many numbers
   * @throws IllegalArgumentException if an event time has no value
   */
  double[] centred(double[] g) {
    refuseEventsWithout();
    double mean = sum / events;
    double size = Math.max(largest - mean, mean - least);
    double[] centred = new double[g.length];
    for (int t = 0; t < g.length; t++) {
      centred[t] = size > 0 ? (g[t] - mean) / size : g[t] - mean;
    }
    return centred;
  }

  /**
   * Refuses a scale that an event time has no value on.
   *
   * @throws IllegalArgumentException if there is one, with the time
   */
  public void refuseEventsWithout() {
    if (!Double.isNaN(without)) {
      throw new IllegalArgumentException("an event at " + without + " has no logarithm");
    }
  }
}
