package org.hepatica.survival;

import java.util.Arrays;

/**
 * Decimal times that differ by rounding only, made one: R's {@code timefix}.
 *
 * <p>Neighbours among the distinct times are tied if they lie within 1.5e-8 of each other, or
 * within 1.5e-8 of the mean absolute time; a run of tied times takes the value of its first. R
 * looks at all times of a fit at once, entries and exits of every group, and so must the caller.
 *
 * <p>Therneau, vignette {@code tiedtimes} of R's {@code survival}.
 */
public final class TiedTimes {

  private static final double TOLERANCE = Math.sqrt(Math.ulp(1.0));

  private final double[] cuts;
  private final int distinct;

  private TiedTimes(double[] cuts, int distinct) {
    this.cuts = cuts;
    this.distinct = distinct;
  }

  /**
   * Finds the ties.
   *
   * @param times all times of the data, in any order, repeated or not; those not finite are passed
   *     over
   * @return the ties among them
   */
  public static TiedTimes among(double... times) {
    double[] sorted =
        Arrays.stream(times).filter(Double::isFinite).map(t -> t + 0.0).sorted().toArray();
    int distinct = 0;
    double size = 0;
    for (double time : sorted) {
      if (distinct == 0 || time != sorted[distinct - 1]) {
        sorted[distinct++] = time;
        size += Math.abs(time);
      }
    }
    return within(tolerance(size, distinct), Arrays.copyOf(sorted, distinct));
  }

  /**
   * How far apart neighbours may be and still be tied.
   *
   * @param size the sum of the absolute distinct times
   * @param distinct how many these are
   */
  public static double tolerance(double size, long distinct) {
    return Math.max(TOLERANCE, TOLERANCE * size / Math.max(1, distinct));
  }

  /**
   * The ties among a part of the times, none of which is tied to one outside of it.
   *
   * @param tolerance of all times
   * @param distinct the part's distinct times, ascending
   */
  public static TiedTimes within(double tolerance, double[] distinct) {
    double[] cuts = new double[distinct.length];
    int kept = 0;
    for (int i = 0; i < distinct.length; i++) {
      if (i == 0 || !(distinct[i] - distinct[i - 1] <= tolerance)) {
        cuts[kept++] = distinct[i];
      }
    }
    return new TiedTimes(Arrays.copyOf(cuts, kept), distinct.length);
  }

  /** How many distinct times were given up for a neighbour's. */
  public int merged() {
    return distinct - cuts.length;
  }

  /**
   * The value that stands for a time.
   *
   * @param time one of the times the ties were found among
   * @return the first of its run
   */
  public double of(double time) {
    int found = Arrays.binarySearch(cuts, time + 0.0);
    int at = found >= 0 ? found : -found - 2;
    return at < 0 ? time : cuts[at];
  }
}
