package org.hepatica.survival;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Follow-up row by row, for what counts cannot carry: clusters, and robust variance of
 * left-truncated rows.
 *
 * <p>A row that ends at or before its entry is left out and counted, as R's {@code Surv} does.
 * Immutable; arrays are copies.
 */
public final class SurvivalRows {

  private final double[] time;
  private final boolean[] event;
  private final double[] entry;
  private final double[] weight;
  private final int[] cluster;
  private final long[] frequency;

  private SurvivalRows(
      double[] time,
      boolean[] event,
      double[] entry,
      double[] weight,
      int[] cluster,
      long[] frequency) {
    this.time = time;
    this.event = event;
    this.entry = entry;
    this.weight = weight;
    this.cluster = cluster;
    this.frequency = frequency;
  }

  /**
   * Rows at risk from the beginning, of weight 1, each for itself.
   *
   * @param time follow-up of each row, finite, in any order
   * @param event whether it ended with the event
   * @return the rows
   * @throws IllegalArgumentException if lengths differ or a time is not finite
   */
  public static SurvivalRows of(double[] time, boolean[] event) {
    requireLength("event", time.length, event.length);
    requireFinite("time", time);
    return new SurvivalRows(time.clone(), event.clone(), null, null, null, null);
  }

  /**
   * The same rows, each at risk at times after its entry only.
   *
   * @param newEntry when observation of each row began, finite
   * @return the left-truncated rows
   * @throws IllegalArgumentException if lengths differ or an entry is not finite
   */
  public SurvivalRows withEntry(double... newEntry) {
    requireLength("entry", time.length, newEntry.length);
    requireFinite("entry", newEntry);
    return new SurvivalRows(time, event, newEntry.clone(), weight, cluster, frequency);
  }

  /**
   * The same rows with case weights.
   *
   * @param newWeight of each row, finite, at least 0
   * @return the weighted rows
   * @throws IllegalArgumentException if lengths differ or a weight is out of range
   */
  public SurvivalRows withWeight(double... newWeight) {
    requireLength("weight", time.length, newWeight.length);
    requireFinite("weight", newWeight);
    if (Arrays.stream(newWeight).anyMatch(w -> w < 0)) {
      throw new IllegalArgumentException("a case weight is at least 0");
    }
    return new SurvivalRows(time, event, entry, newWeight.clone(), cluster, frequency);
  }

  /**
   * The same rows in clusters whose members may be correlated: the variance becomes robust.
   *
   * @param newCluster a code for each row
   * @return the clustered rows
   * @throws IllegalArgumentException if lengths differ
   */
  public SurvivalRows withCluster(int... newCluster) {
    requireLength("cluster", time.length, newCluster.length);
    return new SurvivalRows(time, event, entry, weight, newCluster.clone(), frequency);
  }

  /**
   * The same rows, each standing for several alike: the result is that of the rows written out. In
   * clusters these are of one cluster, else each is independent of the others.
   *
   * @param newFrequency how many each row stands for, at least 1
   * @return the counted rows
   * @throws IllegalArgumentException if lengths differ or a count is below 1
   */
  public SurvivalRows withFrequency(long... newFrequency) {
    requireLength("frequency", time.length, newFrequency.length);
    if (Arrays.stream(newFrequency).anyMatch(count -> count < 1)) {
      throw new IllegalArgumentException("a row stands for at least 1");
    }
    return new SurvivalRows(time, event, entry, weight, cluster, newFrequency.clone());
  }

  /**
   * The same rows with decimal times tied that differ by rounding only.
   *
   * @param ties found among all times of the data, of other groups too
   * @return rows at the times that stand for these
   */
  public SurvivalRows with(TiedTimes ties) {
    double[] tied = Arrays.stream(time).map(ties::of).toArray();
    double[] tiedEntry = entry == null ? null : Arrays.stream(entry).map(ties::of).toArray();
    return new SurvivalRows(tied, event, tiedEntry, weight, cluster, frequency);
  }

  /** How many rows end at or before their entry and are left out. */
  public long dropped() {
    return IntStream.range(0, time.length).filter(i -> !isKept(i)).mapToLong(this::frequency).sum();
  }

  /** Whether rows are in clusters. */
  public boolean isClustered() {
    return cluster != null;
  }

  /** The sums by time that a curve without robust variance needs. */
  public WeightedCounts counts() {
    WeightedCounts.Builder builder = WeightedCounts.builder();
    for (int i : kept()) {
      if (entry == null) {
        builder.add(time[i], event[i], weight(i), frequency(i));
      } else {
        builder.addEntering(entry[i], time[i], event[i], weight(i), frequency(i));
      }
    }
    return builder.build();
  }

  int[] kept() {
    return IntStream.range(0, time.length).filter(this::isKept).toArray();
  }

  private boolean isKept(int i) {
    return entry == null || entry[i] < time[i];
  }

  double time(int i) {
    return time[i];
  }

  boolean event(int i) {
    return event[i];
  }

  /** When observation began; before all times for a row at risk from the beginning. */
  double entry(int i) {
    return entry == null ? Double.NEGATIVE_INFINITY : entry[i];
  }

  double weight(int i) {
    return weight == null ? 1 : weight[i];
  }

  /** How many rows a row stands for. */
  long frequency(int i) {
    return frequency == null ? 1 : frequency[i];
  }

  /** Each row's cluster as a number from 0; each its own without clusters. */
  int[] clusterNumbers() {
    if (cluster == null) {
      return IntStream.range(0, time.length).toArray();
    }
    int[] codes = Arrays.stream(cluster).distinct().sorted().toArray();
    return Arrays.stream(cluster).map(code -> Arrays.binarySearch(codes, code)).toArray();
  }

  private static void requireLength(String what, int expected, int actual) {
    if (expected != actual) {
      throw new IllegalArgumentException(
          "time has " + expected + " entries, " + what + " has " + actual);
    }
  }

  private static void requireFinite(String what, double[] values) {
    if (!Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(what + " must be finite");
    }
  }
}
