package org.hepatica.ml.direct;

/** Orders rows by stratum, and by their linear predictors within each. */
final class PredictorOrder {

  private static final int BITS = 11;
  private static final int DIGITS = 1 << BITS;

  private PredictorOrder() {}

  /**
   * The rows' numbers in order: least significant digits first, each pass stable, digits that all
   * share passed over.
   *
   * @param stratum of each row
   */
  static int[] of(double[] predictor, int[] stratum, int strata) {
    int n = predictor.length;
    long[] key = new long[n];
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      long bits = Double.doubleToRawLongBits(predictor[i]);
      key[i] = bits ^ (bits >> 63 | Long.MIN_VALUE);
      order[i] = i;
    }
    long[] otherKey = new long[n];
    int[] other = new int[n];
    for (int shift = 0; shift < Long.SIZE; shift += BITS) {
      if (pass(key, order, otherKey, other, shift)) {
        long[] keys = key;
        key = otherKey;
        otherKey = keys;
        int[] numbers = order;
        order = other;
        other = numbers;
      }
    }
    return strata > 1 ? byStratum(order, stratum, strata, other) : order;
  }

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

  private static int[] byStratum(int[] order, int[] stratum, int strata, int[] to) {
    int[] next = new int[strata + 1];
    for (int row : order) {
      next[stratum[row] + 1]++;
    }
    for (int s = 0; s < strata; s++) {
      next[s + 1] += next[s];
    }
    for (int row : order) {
      to[next[stratum[row]]++] = row;
    }
    return to;
  }
}
