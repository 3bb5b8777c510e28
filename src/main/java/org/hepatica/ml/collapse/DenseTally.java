package org.hepatica.ml.collapse;

import java.util.Arrays;

/** Counts in an array a pattern, by time and status: for many rows of few patterns. */
final class DenseTally {

  private static final int[] NOTHING = {};

  private int[][] counts = new int[16][];
  private int stride = 2;
  private long cells;

  void add(int pattern, int time, int status) {
    add(pattern, time, status, 1);
  }

  /**
   * Adds one each, where every cell is there already.
   *
   * @return false, with nothing added, where one is not
   */
  boolean addKnown(int[] pattern, int[] time, int[] status, int n) {
    int[][] all = counts;
    int own = stride;
    for (int i = 0; i < n; i++) {
      int[] cells = pattern[i] < all.length ? all[pattern[i]] : null;
      if (cells == null || status[i] >= own || time[i] * own + status[i] >= cells.length) {
        return false;
      }
    }
    for (int i = 0; i < n; i++) {
      all[pattern[i]][time[i] * own + status[i]]++;
    }
    return true;
  }

  void add(int pattern, int time, int status, int count) {
    if (status >= stride) {
      widen();
    }
    if (pattern >= counts.length) {
      counts = Arrays.copyOf(counts, Math.max(pattern + 1, 2 * counts.length));
    }
    int cell = time * stride + status;
    int[] own = counts[pattern];
    if (own == null || cell >= own.length) {
      own = longer(pattern, (time + 1) * stride);
    }
    own[cell] += count;
  }

  private int[] longer(int pattern, int needed) {
    int before = counts[pattern] == null ? 0 : counts[pattern].length;
    // Whole times only: cells of a part of one would be counted up and never visited.
    int length = Math.max(needed, (before + before / 4) / stride * stride);
    cells += length - before;
    int[] own = new int[length];
    if (before > 0) {
      System.arraycopy(counts[pattern], 0, own, 0, before);
    }
    counts[pattern] = own;
    return own;
  }

  /** Room for twice as many statuses. */
  private void widen() {
    for (int p = 0; p < counts.length; p++) {
      if (counts[p] != null) {
        int[] wide = new int[2 * counts[p].length];
        for (int cell = 0; cell < counts[p].length; cell++) {
          wide[cell / stride * 2 * stride + cell % stride] = counts[p][cell];
        }
        counts[p] = wide;
      }
    }
    stride *= 2;
    cells *= 2;
  }

  /** How many cells there is room for. */
  long cells() {
    return cells;
  }

  /** Visits the cells that occur, pattern by pattern, times and statuses in the orders given. */
  void forEach(int[] timeOrder, int[] statusOrder, CellVisitor visitor) {
    for (int p = 0; p < counts.length; p++) {
      int[] own = counts[p];
      int times = own == null ? 0 : own.length / stride;
      for (int time : timeOrder) {
        for (int status : time < times ? statusOrder : NOTHING) {
          int count = own[time * stride + status];
          if (count != 0) {
            visitor.visit(p, time, status, count);
          }
        }
      }
    }
  }
}
