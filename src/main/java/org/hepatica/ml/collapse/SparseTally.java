package org.hepatica.ml.collapse;

import java.util.Arrays;

/** Counts of the cells that occur, by open addressing: for few rows, or many patterns. */
final class SparseTally {

  /** A key is pattern, time and status in one long; this is none. */
  private static final long NONE = -1;

  private static final int TIME_BITS = 20;
  private static final int STATUS_BITS = 4;

  private long[] keys = filled(1 << 12);
  private int[] counts = new int[1 << 12];
  private int size;

  void add(int pattern, int time, int status) {
    long key = ((long) pattern << TIME_BITS | time) << STATUS_BITS | status;
    int place = place(key);
    if (keys[place] == NONE) {
      keys[place] = key;
      if (++size * 2 > keys.length) {
        grow();
        place = place(key);
      }
    }
    counts[place]++;
  }

  /** How many cells occur. */
  int size() {
    return size;
  }

  private int place(long key) {
    int place = (int) (key * 0x9E3779B97F4A7C15L >>> 33) & keys.length - 1;
    while (keys[place] != key && keys[place] != NONE) {
      place = place + 1 & keys.length - 1;
    }
    return place;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldCounts = counts;
    keys = filled(2 * oldKeys.length);
    counts = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != NONE) {
        int place = place(oldKeys[i]);
        keys[place] = oldKeys[i];
        counts[place] = oldCounts[i];
      }
    }
  }

  /** Visits the cells that occur, in no order. */
  void forEach(CellVisitor visitor) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != NONE) {
        visitor.visit(
            (int) (keys[i] >>> TIME_BITS + STATUS_BITS),
            (int) (keys[i] >>> STATUS_BITS) & (1 << TIME_BITS) - 1,
            (int) keys[i] & (1 << STATUS_BITS) - 1,
            counts[i]);
      }
    }
  }

  private static long[] filled(int length) {
    long[] array = new long[length];
    Arrays.fill(array, NONE);
    return array;
  }
}
