package org.hepatica.survival;

import java.util.Arrays;

/**
 * Counts and sums of case weights at each distinct time: {@link SurvivalCounts} for weighted rows.
 *
 * <p>A case weight says how much a row counts (inverse sampling or treatment probability), not how
 * many subjects it stands for; identical subjects are counts. The sums of squared weights are there
 * for the robust variance. The state merges: {@code of(A).merge(of(B))} equals {@code of(A and B)}
 * to the rounding of sums. Immutable.
 */
public final class WeightedCounts {

  private static final int EVENTS = 0;
  private static final int CENSORED = 1;
  private static final int ENTERED = 2;
  private static final int EVENT_WEIGHT = 3;
  private static final int CENSORED_WEIGHT = 4;
  private static final int ENTERED_WEIGHT = 5;
  private static final int EVENT_SQUARES = 6;
  private static final int CENSORED_SQUARES = 7;
  private static final int COLUMNS = 8;

  private final double[] time;
  private final double[][] sums;
  private final boolean fractional;

  private WeightedCounts(double[] time, double[][] sums, boolean fractional) {
    this.time = time;
    this.sums = sums;
    this.fractional = fractional;
  }

  /** A place to add rows into. */
  public static Builder builder() {
    return new Builder();
  }

  /** Patients counted, each with weight 1. */
  static WeightedCounts of(SurvivalCounts counts) {
    double[][] sums = new double[COLUMNS][counts.size()];
    for (int i = 0; i < counts.size(); i++) {
      long[] count = {counts.events(i), counts.censored(i), counts.entered(i)};
      for (int column = 0; column < COLUMNS; column++) {
        sums[column][i] = count[column % 3];
      }
    }
    return new WeightedCounts(counts.times(), sums, false);
  }

  /**
   * The rows of both.
   *
   * @param other sums of other rows
   * @return their sums a time
   */
  public WeightedCounts merge(WeightedCounts other) {
    return builder().addAll(this).addAll(other).build();
  }

  /**
   * The same rows with decimal times tied that differ by rounding only.
   *
   * @param ties found among all times of the data, of other groups too
   * @return sums at the times that stand for these
   */
  public WeightedCounts with(TiedTimes ties) {
    double[] tied = Arrays.stream(time).map(ties::of).toArray();
    return builder().addAll(new WeightedCounts(tied, sums, fractional)).build();
  }

  /** Whether a weight is not a whole number: R then takes the robust variance. */
  public boolean hasFractionalWeight() {
    return fractional;
  }

  /** Whether someone entered late. */
  public boolean isTruncated() {
    return Arrays.stream(sums[ENTERED]).anyMatch(count -> count > 0);
  }

  /** All distinct times, ascending. */
  public double[] times() {
    return time.clone();
  }

  int size() {
    return time.length;
  }

  double time(int i) {
    return time[i];
  }

  long events(int i) {
    return (long) sums[EVENTS][i];
  }

  long censored(int i) {
    return (long) sums[CENSORED][i];
  }

  long entered(int i) {
    return (long) sums[ENTERED][i];
  }

  double eventWeight(int i) {
    return sums[EVENT_WEIGHT][i];
  }

  double censoredWeight(int i) {
    return sums[CENSORED_WEIGHT][i];
  }

  double enteredWeight(int i) {
    return sums[ENTERED_WEIGHT][i];
  }

  double eventSquares(int i) {
    return sums[EVENT_SQUARES][i];
  }

  double censoredSquares(int i) {
    return sums[CENSORED_SQUARES][i];
  }

  /** Adds weighted rows; not for more than one thread. */
  public static final class Builder {

    private final TimeTally tally = new TimeTally(COLUMNS);
    private boolean fractional;

    private Builder() {}

    /**
     * Adds rows alike, at risk from the beginning.
     *
     * @param time follow-up, finite
     * @param event whether it ended with the event
     * @param weight case weight of each, finite and at least 0
     * @param count how many rows, at least 1
     * @return this
     * @throws IllegalArgumentException if a number is outside its range
     */
    public Builder add(double time, boolean event, double weight, long count) {
      return add(time, event, WeightSums.of(weight, count));
    }

    /**
     * Adds rows alike that came under observation late: at risk at times after the entry only.
     *
     * @param entry when observation began, finite and before the end
     * @param time when it ended
     * @param event whether it ended with the event
     * @param weight case weight of each, finite and at least 0
     * @param count how many rows, at least 1
     * @return this
     * @throws IllegalArgumentException if a number is outside its range
     */
    public Builder addEntering(
        double entry, double time, boolean event, double weight, long count) {
      if (!(entry < time)) {
        throw new IllegalArgumentException("observation ends after entry: " + entry + ", " + time);
      }
      return add(time, event, weight, count).addEntries(entry, WeightSums.of(weight, count));
    }

    /**
     * Adds rows already summed, at risk from the beginning.
     *
     * @param time follow-up, finite
     * @param event whether it ended with the event
     * @param rows their number and sums of weights
     * @return this
     */
    public Builder add(double time, boolean event, WeightSums rows) {
      fractional |= rows.fractional();
      tally.add(time, event ? EVENTS : CENSORED, rows.count());
      tally.add(time, event ? EVENT_WEIGHT : CENSORED_WEIGHT, rows.sum());
      tally.add(time, event ? EVENT_SQUARES : CENSORED_SQUARES, rows.squares());
      return this;
    }

    /**
     * Says when rows added already summed came under observation.
     *
     * @param entry when observation began, finite
     * @param rows their number and sum of weights
     * @return this
     */
    public Builder addEntries(double entry, WeightSums rows) {
      tally.add(entry, ENTERED, rows.count());
      tally.add(entry, ENTERED_WEIGHT, rows.sum());
      return this;
    }

    /** Adds all rows of other sums. */
    public Builder addAll(WeightedCounts other) {
      fractional |= other.fractional;
      for (int i = 0; i < other.size(); i++) {
        for (int column = 0; column < COLUMNS; column++) {
          tally.add(other.time[i], column, other.sums[column][i]);
        }
      }
      return this;
    }

    /** The sums so far. */
    public WeightedCounts build() {
      double[][] sums = new double[COLUMNS][];
      Arrays.setAll(sums, tally::column);
      return new WeightedCounts(tally.times(), sums, fractional);
    }
  }
}
