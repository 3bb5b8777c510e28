package org.hepatica.ml.direct;

/**
 * Rows in the order of their strata, and of their linear predictors within each.
 *
 * @param key in this order, numbers that are as equal or different as the predictors are
 * @param row in this order, the rows' numbers
 */
record PredictorOrder(long[] key, int[] row) {

  private static final int BITS = 11;
  private static final int DIGITS = 1 << BITS;

  /** So many leading bits are sorted by digits: beyond them hardly any two differ. */
  private static final int SORTED = 3 * BITS;

  /**
   * Orders rows: by the leading bits' digits, then by the last bits with insertions.
   *
   * @param stratum of each row
   */
  static PredictorOrder of(double[] predictor, int[] stratum, int strata) {
    int n = predictor.length;
    long[] key = new long[n];
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (int i = 0; i < n; i++) {
      long bits = Double.doubleToRawLongBits(predictor[i]);
      key[i] = bits ^ (bits >> 63 & Long.MAX_VALUE);
      least = Math.min(least, key[i]);
      most = Math.max(most, key[i]);
    }
    int drop =
        n == 0 ? 0 : Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(most - least) - SORTED);
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      key[i] -= least;
      order[i] = i;
    }
    long[] otherKey = new long[n];
    int[] other = new int[n];
    for (int digit = 0; digit < SORTED; digit += BITS) {
      if (pass(key, order, otherKey, other, drop + digit)) {
        long[] keys = key;
        key = otherKey;
        otherKey = keys;
        int[] numbers = order;
        order = other;
        other = numbers;
      }
    }
    insert(key, order);
    return strata > 1
        ? byStratum(key, order, stratum, strata, new PredictorOrder(otherKey, other))
        : new PredictorOrder(key, order);
  }

  /** A stable pass by one digit; passed over where all share it. */
  private static boolean pass(long[] key, int[] order, long[] toKey, int[] to, int shift) {
    int[] next = new int[DIGITS + 1];
    for (long k : key) {
      next[(int) (k >>> shift & DIGITS - 1) + 1]++;
    }
    for (int d = 0; d < DIGITS; d++) {
      if (next[d + 1] == key.length) {
        return false;
      }
      next[d + 1] += next[d];
    }
    for (int i = 0; i < key.length; i++) {
      int at = next[(int) (key[i] >>> shift & DIGITS - 1)]++;
      toKey[at] = key[i];
      to[at] = order[i];
    }
    return true;
  }

  private static void insert(long[] key, int[] order) {
    for (int i = 1; i < key.length; i++) {
      long own = key[i];
      if (Long.compareUnsigned(own, key[i - 1]) < 0) {
        int number = order[i];
        int at = i;
        for (; at > 0 && Long.compareUnsigned(own, key[at - 1]) < 0; at--) {
          key[at] = key[at - 1];
          order[at] = order[at - 1];
        }
        key[at] = own;
        order[at] = number;
      }
    }
  }

  private static PredictorOrder byStratum(
      long[] key, int[] order, int[] stratum, int strata, PredictorOrder to) {
    int[] next = new int[strata + 1];
    for (int row : order) {
      next[stratum[row] + 1]++;
    }
    for (int s = 0; s < strata; s++) {
      next[s + 1] += next[s];
    }
    for (int i = 0; i < order.length; i++) {
      int at = next[stratum[order[i]]]++;
      to.row[at] = order[i];
      to.key[at] = key[i];
    }
    return to;
  }
}
