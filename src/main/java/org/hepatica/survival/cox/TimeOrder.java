package org.hepatica.survival.cox;

import java.util.Arrays;

/** Sorts rows by stratum, then from the last time to the first, by counting. */
final class TimeOrder {

  private TimeOrder() {}

  /** Row numbers in order; rows alike stay in the order given. */
  static int[] of(CoxData data) {
    int n = data.size();
    int last = data.followUp().grid().size() - 1;
    int[] descending = new int[n];
    int[] strata = new int[n];
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      descending[i] = last - data.followUp().timeRank()[i];
      strata[i] = data.stratum(i);
      order[i] = i;
    }
    int[] distinct = distinct(strata);
    for (int i = 0; i < n; i++) {
      strata[i] = Arrays.binarySearch(distinct, strata[i]);
    }
    return countingSort(countingSort(order, descending, last + 1), strata, distinct.length);
  }

  /** Sorts row numbers by a key below a bound, stably. */
  private static int[] countingSort(int[] order, int[] key, int bound) {
    if (bound <= 1) {
      return order;
    }
    int[] next = new int[bound + 1];
    for (int value : key) {
      next[value + 1]++;
    }
    Arrays.parallelPrefix(next, Integer::sum);
    int[] placed = new int[order.length];
    for (int row : order) {
      placed[next[key[row]]++] = row;
    }
    return placed;
  }

  /** The distinct keys, ascending; without a stream, whose distinct() boxes every number. */
  private static int[] distinct(int[] key) {
    int[] sorted = key.clone();
    Arrays.sort(sorted);
    int size = 0;
    for (int value : sorted) {
      if (size == 0 || value != sorted[size - 1]) {
        sorted[size++] = value;
      }
    }
    return Arrays.copyOf(sorted, size);
  }
}
