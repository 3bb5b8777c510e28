package org.hepatica.survival;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How many patients had the event, and how many were censored, at each distinct time.
 *
 * <p>The state that survival curves and log-rank tests are exact functions of. It merges: {@code
 * of(A).merge(of(B))} equals {@code of(A and B)}, in any order and grouping, so it can be counted
 * in pieces. Immutable; times ascend and each has at least one patient; the unit of time is the
 * caller's.
 */
public final class SurvivalCounts {

  private static final SurvivalCounts EMPTY = builder().build();

  private final double[] time;
  private final long[] events;
  private final long[] censored;

  private SurvivalCounts(double[] time, long[] events, long[] censored) {
    this.time = time;
    this.events = events;
    this.censored = censored;
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
    requireLength("events", time.length, events.length);
    requireLength("censored", time.length, censored.length);
    Builder builder = builder();
    for (int i = 0; i < time.length; i++) {
      builder.add(time[i], true, events[i]).add(time[i], false, censored[i]);
    }
    return builder.build();
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
    return new SurvivalCounts(time, censored, events);
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
        && Arrays.equals(censored, that.censored);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(time), Arrays.hashCode(events), Arrays.hashCode(censored));
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

    private final TreeMap<Double, long[]> counts = new TreeMap<>();

    private Builder() {}

    /**
     * Adds patients of one time and outcome.
     *
     * @param time follow-up, finite
     * @param event whether it ended with the event
     * @param count how many patients, at least 0; 0 adds nothing
     * @return this
     * @throws IllegalArgumentException if the time is not finite or the count negative
     */
    public Builder add(double time, boolean event, long count) {
      if (!Double.isFinite(time) || count < 0) {
        throw new IllegalArgumentException(
            "a time must be finite and a count at least 0: " + time + ", " + count);
      }
      if (count > 0) {
        // Adding 0 turns -0.0 into 0.0, which a sorted map would keep apart.
        counts.computeIfAbsent(time + 0.0, t -> new long[2])[event ? EVENTS : CENSORED] += count;
      }
      return this;
    }

    /** Adds all patients of other counts. */
    public Builder addAll(SurvivalCounts other) {
      for (int i = 0; i < other.size(); i++) {
        add(other.time[i], true, other.events[i]).add(other.time[i], false, other.censored[i]);
      }
      return this;
    }

    /** What has been counted so far. */
    public SurvivalCounts build() {
      double[] time = counts.keySet().stream().mapToDouble(Double::doubleValue).toArray();
      return new SurvivalCounts(time, column(EVENTS), column(CENSORED));
    }

    private long[] column(int which) {
      return counts.entrySet().stream().map(Map.Entry::getValue).mapToLong(c -> c[which]).toArray();
    }
  }
}
