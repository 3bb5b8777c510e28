package org.hepatica.survival;

import java.util.Arrays;
import java.util.Objects;

/**
 * How many patients had the event, how many were censored and how many entered late, at each
 * distinct time.
 *
 * <p>The state that survival curves and log-rank tests are exact functions of. It merges: {@code
 * of(A).merge(of(B))} equals {@code of(A and B)}, in any order and grouping, so it can be counted
 * in pieces, one state for each group and stratum. Immutable; times ascend and at each at least one
 * patient leaves or enters; the unit of time is the caller's. Who entered late (left truncation) is
 * at risk at times after the entry, as R's {@code Surv(entry, time, event)}; all others are at risk
 * from the beginning.
 */
public final class SurvivalCounts {

  private static final SurvivalCounts EMPTY = builder().build();

  private final double[] time;
  private final long[] events;
  private final long[] censored;
  private final long[] entered;

  private SurvivalCounts(double[] time, long[] events, long[] censored, long[] entered) {
    this.time = time;
    this.events = events;
    this.censored = censored;
    this.entered = entered;
  }

  /** Nobody: the neutral element of {@link #merge}. */
  public static SurvivalCounts empty() {
    return EMPTY;
  }

  /**
   * Counts patients.
   *
   * @param time follow-up of each patient, finite, in any order
   * @param event whether it ended with the event
   * @return their counts
   * @throws IllegalArgumentException if lengths differ or a time is not finite
   */
  public static SurvivalCounts of(double[] time, boolean[] event) {
    requireLength("event", time.length, event.length);
    Builder builder = builder();
    for (int i = 0; i < time.length; i++) {
      builder.add(time[i], event[i], 1);
    }
    return builder.build();
  }

  /**
   * Takes counts already made, one row or several a time, in any order.
   *
   * @param time finite times
   * @param events patients with the event at the time, at least 0
   * @param censored patients censored at the time, at least 0
   * @return the counts, sorted, one entry a time
   * @throws IllegalArgumentException if lengths differ, a count is negative or a time not finite
   */
  public static SurvivalCounts ofCounts(double[] time, long[] events, long[] censored) {
    return ofCounts(time, events, censored, new long[time.length]);
  }

  /**
   * Takes counts already made with late entries, one row or several a time, in any order.
   *
   * @param time finite times of exits and entries
   * @param events patients with the event at the time, at least 0
   * @param censored patients censored at the time, at least 0
   * @param entered patients whose observation began at the time, at least 0
   * @return the counts, sorted, one entry a time
   * @throws IllegalArgumentException if lengths differ, a count is negative or a time not finite
   */
  public static SurvivalCounts ofCounts(
      double[] time, long[] events, long[] censored, long[] entered) {
    requireLength("events", time.length, events.length);
    requireLength("censored", time.length, censored.length);
    requireLength("entered", time.length, entered.length);
    return builder().addAll(new SurvivalCounts(time, events, censored, entered)).build();
  }

  /** A place to count into, row by row. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The counts of both groups of patients together.
   *
   * @param other counts of other patients
   * @return their sum a time
   */
  public SurvivalCounts merge(SurvivalCounts other) {
    return builder().addAll(this).addAll(other).build();
  }

  /**
   * Events for censored and censored for events, for follow-up by the reverse Kaplan-Meier method.
   *
   * <p>As R's {@code Surv(time, 1 - status)}: a death and a censoring at one time trade places, and
   * neither is moved before the other. Schemper and Smith 1996, doi:10.1016/0197-2456(96)00075-X.
   */
  public SurvivalCounts reversed() {
    return new SurvivalCounts(time, censored, events, entered);
  }

  /** The number of distinct times. */
  public int size() {
    return time.length;
  }

  /** The distinct time at a position, ascending. */
  public double time(int index) {
    return time[index];
  }

  /** Events at the time of a position. */
  public long events(int index) {
    return events[index];
  }

  /** Censored at the time of a position. */
  public long censored(int index) {
    return censored[index];
  }

  /** Patients whose observation began at the time of a position. */
  public long entered(int index) {
    return entered[index];
  }

  /** Whether someone entered late. */
  public boolean isTruncated() {
    return Arrays.stream(entered).anyMatch(count -> count > 0);
  }

  /**
   * The same patients with decimal times tied that differ by rounding only.
   *
   * @param ties found among all times of the data, of other groups too
   * @return counts at the times that stand for these
   */
  public SurvivalCounts with(TiedTimes ties) {
    double[] tied = Arrays.stream(time).map(ties::of).toArray();
    return builder().addAll(new SurvivalCounts(tied, events, censored, entered)).build();
  }

  /** All distinct times, ascending. */
  public double[] times() {
    return time.clone();
  }

  /** All patients. */
  public long n() {
    return totalEvents() + Arrays.stream(censored).sum();
  }

  /** All events. */
  public long totalEvents() {
    return Arrays.stream(events).sum();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SurvivalCounts that
        && Arrays.equals(time, that.time)
        && Arrays.equals(events, that.events)
        && Arrays.equals(censored, that.censored)
        && Arrays.equals(entered, that.entered);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        Arrays.hashCode(time),
        Arrays.hashCode(events),
        Arrays.hashCode(censored),
        Arrays.hashCode(entered));
  }

  @Override
  public String toString() {
    return n() + " patients, " + totalEvents() + " events at " + size() + " distinct times";
  }

  private static void requireLength(String what, int expected, int actual) {
    if (expected != actual) {
      throw new IllegalArgumentException(
          "time has " + expected + " entries, " + what + " has " + actual);
    }
  }

  /** Counts patients one by one or in bulk; not for more than one thread. */
  public static final class Builder {

    private static final int EVENTS = 0;
    private static final int CENSORED = 1;
    private static final int ENTERED = 2;

    private final TimeTally tally = new TimeTally(3);

    private Builder() {}

    /**
     * Adds patients of one time and outcome, at risk from the beginning.
     *
     * @param time follow-up, finite
     * @param event whether it ended with the event
     * @param count how many patients, at least 0; 0 adds nothing
     * @return this
     * @throws IllegalArgumentException if the time is not finite or the count negative
     */
    public Builder add(double time, boolean event, long count) {
      return put(time, event ? EVENTS : CENSORED, count);
    }

    /**
     * Adds patients who came under observation late: at risk at times after the entry only.
     *
     * @param entry when observation began, before the end
     * @param time when it ended
     * @param event whether it ended with the event
     * @param count how many patients, at least 0; 0 adds nothing
     * @return this
     * @throws IllegalArgumentException if a time is not finite, the end is not after the entry, or
     *     the count is negative
     */
    public Builder addEntering(double entry, double time, boolean event, long count) {
      if (!(entry < time)) {
        throw new IllegalArgumentException("observation ends after entry: " + entry + ", " + time);
      }
      return put(entry, ENTERED, count).add(time, event, count);
    }

    /** Adds all patients of other counts. */
    public Builder addAll(SurvivalCounts other) {
      for (int i = 0; i < other.size(); i++) {
        put(other.time[i], EVENTS, other.events[i]);
        put(other.time[i], CENSORED, other.censored[i]);
        put(other.time[i], ENTERED, other.entered[i]);
      }
      return this;
    }

    private Builder put(double time, int column, long count) {
      if (!Double.isFinite(time) || count < 0) {
        throw new IllegalArgumentException(
            "a time must be finite and a count at least 0: " + time + ", " + count);
      }
      if (count > 0) {
        tally.add(time, column, count);
      }
      return this;
    }

    /** What has been counted so far. */
    public SurvivalCounts build() {
      return new SurvivalCounts(
          tally.times(), tally.counts(EVENTS), tally.counts(CENSORED), tally.counts(ENTERED));
    }
  }
}
