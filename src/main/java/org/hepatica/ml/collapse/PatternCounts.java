package org.hepatica.ml.collapse;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
  private static final long MOST_CELLS = 1 << 26;

  /** Of all partitions; each has had its own limit. */
  private static final int MOST_PATTERNS = 1 << 18;

  private static final Comparator<Object> VALUES =
      Comparator.nullsFirst(
          (a, b) ->
              a instanceof Double x && b instanceof Double y
                  ? Double.compare(x, y)
                  : a.toString().compareTo(b.toString()));

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
   * Counts of patterns.
   *
   * @param times ascending
   * @param statuses ascending
   * @param cells of each pattern that occurs
   * @param missing rows left out for a missing value
   */
  static PatternCounts of(
      double[] times, double[] statuses, Map<List<Object>, Cells> cells, long missing) {
    return new PatternCounts(null, times, statuses, cells, missing);
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
      int[] t = CellGatherer.places(part.times, allTimes);
      int[] s = CellGatherer.places(part.statuses, allStatuses);
      part.cells.forEach(
          (pattern, counted) ->
              all.merge(pattern, counted.moved(t, s, allStatuses.length), Cells::merge));
    }
    if (all.size() > MOST_PATTERNS) {
      return tooMany("patterns");
    }
    long occurring = all.values().stream().mapToLong(Cells::size).sum();
    return occurring > MOST_CELLS
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

  /** The patterns by their values, wherever rows were counted first. */
  public List<List<Object>> patterns() {
    List<List<Object>> patterns = new ArrayList<>(cells.keySet());
    patterns.sort(PatternCounts::compare);
    return patterns;
  }

  private static int compare(List<Object> a, List<Object> b) {
    for (int i = 0; i < a.size(); i++) {
      int order = VALUES.compare(a.get(i), b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** How many subjects of a pattern left at a time with a status, by their places. */
  public long count(List<Object> pattern, int time, int status) {
    return cells.getOrDefault(pattern, Cells.EMPTY).of(time * statuses.length + status);
  }

  /** How many subjects have a pattern. */
  public long size(List<Object> pattern) {
    return cells.getOrDefault(pattern, Cells.EMPTY).sum();
  }

  /** Visits the counts of a pattern that are not 0, by time, then status. */
  public void forEach(List<Object> pattern, Visitor visitor) {
    Cells own = cells.getOrDefault(pattern, Cells.EMPTY);
    for (int i = 0; i < own.size(); i++) {
      int cell = own.cell(i);
      visitor.visit(times[cell / statuses.length], statuses[cell % statuses.length], own.count(i));
    }
  }

  /** Takes counts, one after the other. */
  @FunctionalInterface
  public interface Visitor {

    /** So many subjects left at a time with a status. */
    void visit(double time, double status, long count);
  }

  /** Rows left out because a value was missing. */
  public long missing() {
    return missing;
  }

  private static double[] union(double[] a, double[] b) {
    return DoubleStream.concat(Arrays.stream(a), Arrays.stream(b)).sorted().distinct().toArray();
  }
}
