package org.hepatica.survival.cox;

import java.util.Arrays;

/** Sorts rows by stratum, then from the last time to the first, by counting. */
final class TimeOrder {

  private TimeOrder() {}

  /** Row numbers in order; rows alike stay in the order given. */
  static int[] of(CoxData data) {
    int n = data.size();
    double[] descending = new double[n];
    double[] strata = new double[n];
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      descending[i] = 0.0 - data.time(i);
      strata[i] = data.stratum(i);
      order[i] = i;
    }
    return countingSort(countingSort(order, descending), strata);
  }

  /** Sorts row numbers by a key, stably: ranks of the distinct keys, then one pass to place. */
  private static int[] countingSort(int[] order, double[] key) {
    double[] distinct = distinct(key);
    if (distinct.length <= 1) {
      return order;
    }
    int[] rank = new int[key.length];
    int[] next = new int[distinct.length + 1];
    for (int i = 0; i < key.length; i++) {
      rank[i] = Arrays.binarySearch(distinct, key[i]);
      next[rank[i] + 1]++;
    }
    Arrays.parallelPrefix(next, Integer::sum);
    int[] placed = new int[order.length];
    for (int row : order) {
      placed[next[rank[row]]++] = row;
    }
    return placed;
  }

  /** The distinct keys, ascending; without a stream, whose distinct() boxes every number. */
  private static double[] distinct(double[] key) {
    double[] sorted = key.clone();
    Arrays.sort(sorted);
    int size = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (size == 0 || sorted[i] != sorted[size - 1]) {
        sorted[size++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, size);
  }
}
