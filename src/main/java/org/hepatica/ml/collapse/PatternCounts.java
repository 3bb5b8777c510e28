package org.hepatica.ml.collapse;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Subjects counted by pattern, time and status: a mergeable state. Merging is commutative and
 * associative, so any partitioning of the rows gives the same counts.
 *
 * <p>A pattern is a list of numbers and texts, one a value column.
 */
public final class PatternCounts implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final long MOST_CELLS = 1 << 27;

  private final String tooMany;
  private final double[] times;
  private final double[] statuses;
  private final Map<List<Object>, Cells> cells;
  private final long missing;

  private PatternCounts(
      String tooMany,
      double[] times,
      double[] statuses,
      Map<List<Object>, Cells> cells,
      long missing) {
    this.tooMany = tooMany;
    this.times = times;
    this.statuses = statuses;
    this.cells = cells;
    this.missing = missing;
  }

  /** Of no rows. */
  public static PatternCounts none() {
    return new PatternCounts(null, new double[0], new double[0], Map.of(), 0);
  }

  /** Data that have too many of something to be collapsed. */
  static PatternCounts tooMany(String what) {
    return new PatternCounts(what, new double[0], new double[0], Map.of(), 0);
  }

  /**
   * Counts in the order in which values were met.
   *
   * @param times by code
   * @param statuses by code
   * @param stride cells a time in a pattern's counts
   * @param patterns the values of each pattern
   * @param counts of each pattern: entry {@code time * stride + status}; shorter where it ends in
   *     zeros
   * @param missing rows left out for a missing value
   */
  static PatternCounts of(
      double[] times,
      double[] statuses,
      int stride,
      List<Object[]> patterns,
      List<int[]> counts,
      long missing) {
    double[] sortedTimes = sorted(times);
    double[] sortedStatuses = sorted(statuses);
    int[] t = places(times, sortedTimes);
    int[] s = places(statuses, sortedStatuses);
    Map<List<Object>, Cells> cells = new LinkedHashMap<>();
    for (int p = 0; p < counts.size(); p++) {
      long[] own = new long[times.length * statuses.length];
      int[] met = counts.get(p);
      for (int cell = 0; cell < met.length; cell++) {
        if (met[cell] != 0) {
          own[t[cell / stride] * statuses.length + s[cell % stride]] += met[cell];
        }
      }
      cells.put(List.of(patterns.get(p)), new Cells(own));
    }
    return new PatternCounts(null, sortedTimes, sortedStatuses, cells, missing);
  }

  /** The counts of both; when one had too many of something, so has the result. */
  public PatternCounts merge(PatternCounts other) {
    if (tooMany != null || other.tooMany != null) {
      return tooMany(tooMany != null ? tooMany : other.tooMany);
    }
    double[] allTimes = union(times, other.times);
    double[] allStatuses = union(statuses, other.statuses);
    Map<List<Object>, Cells> all = new LinkedHashMap<>();
    for (PatternCounts part : List.of(this, other)) {
      int[] t = places(part.times, allTimes);
      int[] s = places(part.statuses, allStatuses);
      part.cells.forEach(
          (pattern, counted) ->
              all.computeIfAbsent(
                      pattern, p -> new Cells(new long[allTimes.length * allStatuses.length]))
                  .add(counted, t, s, allStatuses.length));
    }
    return (long) all.size() * allTimes.length * allStatuses.length > MOST_CELLS
        ? tooMany("cells")
        : new PatternCounts(null, allTimes, allStatuses, all, missing + other.missing);
  }

  /** What there was too much of to be collapsed: patterns, times, statuses or cells. */
  public Optional<String> tooMany() {
    return Optional.ofNullable(tooMany);
  }

  /** The distinct times, ascending. */
  public double[] times() {
    return times.clone();
  }

  /** The distinct statuses, ascending. */
  public double[] statuses() {
    return statuses.clone();
  }

  /** The patterns, in no order that means anything. */
  public List<List<Object>> patterns() {
    return new ArrayList<>(cells.keySet());
  }

  /**
   * How many subjects of a pattern left at a time with a status, by their places among {@link
   * #times} and {@link #statuses}.
   */
  public long count(List<Object> pattern, int time, int status) {
    Cells own = cells.get(pattern);
    return own == null ? 0 : own.counts[time * statuses.length + status];
  }

  /** How many subjects have a pattern. */
  public long size(List<Object> pattern) {
    Cells own = cells.get(pattern);
    return own == null ? 0 : Arrays.stream(own.counts).sum();
  }

  /** Rows left out because a value was missing. */
  public long missing() {
    return missing;
  }

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  private static double[] union(double[] a, double[] b) {
    return DoubleStream.concat(Arrays.stream(a), Arrays.stream(b)).sorted().distinct().toArray();
  }

  private static int[] places(double[] values, double[] among) {
    return Arrays.stream(values).mapToInt(v -> Arrays.binarySearch(among, v)).toArray();
  }
}
