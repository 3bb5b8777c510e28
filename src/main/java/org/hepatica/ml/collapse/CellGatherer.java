package org.hepatica.ml.collapse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts counted cells, met in any order and coded by order of appearance, into their axes. */
final class CellGatherer implements CellVisitor {

  private final List<List<Object>> patterns;
  private final double[] times;
  private final double[] statuses;
  private final int[] timePlace;
  private final int[] statusPlace;
  private final List<LongList> packed = new ArrayList<>();
  private final List<LongList> counts = new ArrayList<>();
  private long last = -1;
  private boolean ascending = true;

  CellGatherer(List<List<Object>> patterns, double[] times, double[] statuses) {
    this.patterns = patterns;
    this.times = sorted(times);
    this.statuses = sorted(statuses);
    timePlace = places(times, this.times);
    statusPlace = places(statuses, this.statuses);
    for (int p = 0; p < patterns.size(); p++) {
      packed.add(new LongList());
      counts.add(new LongList());
    }
  }

  @Override
  public void visit(int pattern, int time, int status, int count) {
    long cell = (long) timePlace[time] * statuses.length + statusPlace[status];
    // Sorted by cell, which comes first; the place of the count follows it.
    packed.get(pattern).add(cell << 32 | counts.get(pattern).size());
    long place = (long) pattern << 32 | cell;
    ascending &= place > last;
    last = place;
    counts.get(pattern).add(count);
  }

  /** The codes of the times, in the order of the times. */
  int[] timeOrder() {
    return inverse(timePlace);
  }

  /** The codes of the statuses, in the order of the statuses. */
  int[] statusOrder() {
    return inverse(statusPlace);
  }

  private static int[] inverse(int[] places) {
    int[] codes = new int[places.length];
    for (int code = 0; code < places.length; code++) {
      codes[places[code]] = code;
    }
    return codes;
  }

  PatternCounts counts(long missing) {
    Map<List<Object>, Cells> cells = new LinkedHashMap<>();
    for (int p = 0; p < patterns.size(); p++) {
      long[] order = packed.get(p).toArray();
      if (!ascending) {
        Arrays.sort(order);
      }
      int[] cell = new int[order.length];
      long[] count = new long[order.length];
      for (int i = 0; i < order.length; i++) {
        cell[i] = (int) (order[i] >>> 32);
        count[i] = counts.get(p).get((int) order[i]);
      }
      if (cell.length > 0) {
        cells.put(patterns.get(p), new Cells(cell, count));
      }
    }
    return PatternCounts.of(times, statuses, cells, missing);
  }

  static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  static int[] places(double[] values, double[] among) {
    return Arrays.stream(values).mapToInt(v -> Arrays.binarySearch(among, v)).toArray();
  }
}
