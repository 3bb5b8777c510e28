package org.hepatica.survival.cox;

import java.io.Serializable;

/**
 * What scales of time ask of the times before a range: with it a range has the values that it has
 * among all times, however these are divided. Case weights and strata are apart, as in R.
 *
 * @param atRisk how many are at risk when the range begins
 * @param left how many have left before
 * @param survival Kaplan-Meier's curve where the range begins
 */
public record RangeStart(double atRisk, double left, double survival) implements Serializable {

  /** Of all times in one range. */
  static RangeStart ofAll(double atRisk) {
    return new RangeStart(atRisk, 0, 1);
  }

  /**
   * Where ranges begin, but for their curves, which are 1 still.
   *
   * @param leaving how many leave in each range, in the order of time
   * @param entering how many come under observation late in each
   */
  public static RangeStart[] of(double[] leaving, double[] entering) {
    RangeStart[] starts = new RangeStart[leaving.length];
    double atRisk = 0;
    double left = 0;
    for (int range = 0; range < leaving.length; range++) {
      atRisk += leaving[range] - entering[range];
    }
    for (int range = 0; range < leaving.length; range++) {
      starts[range] = new RangeStart(atRisk, left, 1);
      atRisk += entering[range] - leaving[range];
      left += leaving[range];
    }
    return starts;
  }

  /**
   * The same with the curves that ranges begin at.
   *
   * @param starts of ranges in the order of time, whose curves are 1 still
   * @param factors what each range makes of 1; see {@link TimeCounts#lastSurvival}
   */
  public static RangeStart[] withCurves(RangeStart[] starts, double[] factors) {
    RangeStart[] found = new RangeStart[starts.length];
    double survival = 1;
    for (int range = 0; range < starts.length; range++) {
      found[range] = new RangeStart(starts[range].atRisk, starts[range].left, survival);
      survival *= factors[range];
    }
    return found;
  }
}
