package org.hepatica.survival.competing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.hepatica.survival.SurvivalCounts;
import org.hepatica.survival.TiedTimes;
import org.hepatica.survival.TimeTally;

/**
 * How many patients had an event of each cause, and how many were censored, at each distinct time.
 *
 * <p>The state that cumulative incidence and Gray's test are exact functions of. It merges: {@code
 * of(A).merge(of(B))} equals {@code of(A and B)}, in any order and grouping. Immutable; one state a
 * group and stratum; the unit of time is the caller's.
 */
public final class CompetingCounts {

  /** The code of censoring. */
  public static final int CENSORED = 0;

  private final double[] time;
  private final TreeMap<Integer, long[]> counts;

  private CompetingCounts(double[] time, TreeMap<Integer, long[]> counts) {
    this.time = time;
    this.counts = counts;
  }

  /** Nobody: the neutral element of {@link #merge}. */
  public static CompetingCounts empty() {
    return builder().build();
  }

  /**
   * Counts patients.
   *
   * @param time follow-up of each patient, finite, in any order
   * @param cause what ended it: 0 for censoring, else the cause
   * @return their counts
   * @throws IllegalArgumentException if lengths differ, a time is not finite or a cause negative
   */
  public static CompetingCounts of(double[] time, int[] cause) {
    if (time.length != cause.length) {
      throw new IllegalArgumentException(
          "time has " + time.length + " entries, cause has " + cause.length);
    }
    Builder builder = builder();
    for (int i = 0; i < time.length; i++) {
      builder.add(time[i], cause[i], 1);
    }
    return builder.build();
  }

  /** A place to count into. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The counts of both groups of patients together.
   *
   * @param other counts of other patients
   * @return their sum a time and cause
   */
  public CompetingCounts merge(CompetingCounts other) {
    return builder().addAll(this).addAll(other).build();
  }

  /**
   * The same patients with decimal times tied that differ by rounding only.
   *
   * @param ties found among all times of the data, of other groups too
   * @return counts at the times that stand for these
   */
  public CompetingCounts with(TiedTimes ties) {
    double[] tied = Arrays.stream(time).map(ties::of).toArray();
    return builder().addAll(new CompetingCounts(tied, counts)).build();
  }

  /**
   * One cause as the event and all others as censored, for hazards specific to the cause.
   *
   * @param cause from 1
   * @return the recoded counts
   */
  public SurvivalCounts causeSpecific(int cause) {
    return recoded(code -> code == cause);
  }

  /** Any cause as the event, for event-free survival. */
  public SurvivalCounts anyCause() {
    return recoded(code -> code != CENSORED);
  }

  /** Censoring as the event, for the distribution of censoring. */
  public SurvivalCounts censoring() {
    return recoded(code -> code == CENSORED);
  }

  private SurvivalCounts recoded(IntPredicate isEvent) {
    SurvivalCounts.Builder builder = SurvivalCounts.builder();
    counts.forEach(
        (code, count) -> {
          for (int i = 0; i < time.length; i++) {
            builder.add(time[i], isEvent.test(code), count[i]);
          }
        });
    return builder.build();
  }

  /** The causes seen, ascending, without censoring. */
  public List<Integer> causes() {
    return counts.keySet().stream().filter(code -> code != CENSORED).toList();
  }

  /** The number of distinct times. */
  public int size() {
    return time.length;
  }

  /** The distinct time at a position, ascending. */
  public double time(int index) {
    return time[index];
  }

  /** All distinct times, ascending. */
  public double[] times() {
    return time.clone();
  }

  /** Patients whose follow-up ended by a cause, or 0 for censoring, at the time of a position. */
  public long count(int cause, int index) {
    long[] found = counts.get(cause);
    return found == null ? 0 : found[index];
  }

  /** Patients whose follow-up ended, for whatever reason, at the time of a position. */
  public long leaving(int index) {
    return counts.values().stream().mapToLong(count -> count[index]).sum();
  }

  /** All patients. */
  public long n() {
    return counts.values().stream().mapToLong(count -> Arrays.stream(count).sum()).sum();
  }

  /** All events of a cause; the censored for 0. */
  public long total(int cause) {
    return IntStream.range(0, size()).mapToLong(i -> count(cause, i)).sum();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CompetingCounts that
        && Arrays.equals(time, that.time)
        && counts.keySet().equals(that.counts.keySet())
        && counts.keySet().stream()
            .allMatch(code -> Arrays.equals(counts.get(code), that.counts.get(code)));
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(time) + counts.keySet().hashCode();
  }

  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    causes().forEach(cause -> parts.add(total(cause) + " of cause " + cause));
    return n() + " patients, events: " + parts;
  }

  /** Counts patients one by one or in bulk; not for more than one thread. */
  public static final class Builder {

    private final TreeMap<Integer, TimeTally> tallies = new TreeMap<>();

    private Builder() {}

    /**
     * Adds patients of one time and cause.
     *
     * @param time follow-up, finite
     * @param cause 0 for censoring, else the cause
     * @param count how many patients, at least 0; 0 adds nothing
     * @return this
     * @throws IllegalArgumentException if the time is not finite, or cause or count are negative
     */
    public Builder add(double time, int cause, long count) {
      if (!Double.isFinite(time) || cause < 0 || count < 0) {
        throw new IllegalArgumentException(
            "a time must be finite, cause and count at least 0: "
                + time
                + ", "
                + cause
                + ", "
                + count);
      }
      if (count > 0) {
        tallies.computeIfAbsent(cause, code -> new TimeTally(1)).add(time, 0, count);
      }
      return this;
    }

    /** Adds all patients of other counts. */
    public Builder addAll(CompetingCounts other) {
      other.counts.forEach(
          (code, count) -> {
            for (int i = 0; i < count.length; i++) {
              add(other.time[i], code, count[i]);
            }
          });
      return this;
    }

    /** What has been counted so far. */
    public CompetingCounts build() {
      double[] time =
          tallies.values().stream()
              .flatMapToDouble(tally -> Arrays.stream(tally.times()))
              .sorted()
              .distinct()
              .toArray();
      TreeMap<Integer, long[]> counts = new TreeMap<>();
      for (Map.Entry<Integer, TimeTally> entry : tallies.entrySet()) {
        long[] column = new long[time.length];
        double[] own = entry.getValue().times();
        long[] count = entry.getValue().counts(0);
        for (int i = 0; i < own.length; i++) {
          column[Arrays.binarySearch(time, own[i])] = count[i];
        }
        counts.put(entry.getKey(), column);
      }
      return new CompetingCounts(time, counts);
    }
  }
}
