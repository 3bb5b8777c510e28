package org.hepatica.ml.direct;

/**
 * Counts up to a slot while slots grow: {@link PrefixSums} of whole numbers, of which a processor
 * adds twice as many at a time.
 */
final class PrefixCounts {

  private static final int BITS = 5;
  private static final int WIDTH = 1 << BITS;
  private static final int MASK = WIDTH - 1;

  /** In row r, 0 up to entry r and 1 behind it. */
  private static final int[] BEHIND = new int[WIDTH * WIDTH];

  static {
    for (int r = 0; r < WIDTH; r++) {
      for (int k = r + 1; k < WIDTH; k++) {
        BEHIND[r * WIDTH + k] = 1;
      }
    }
  }

  private final int[] top;
  private final int[] middle;
  private final int[] low;

  PrefixCounts(int slots) {
    top = new int[(slots >> 2 * BITS) + 1];
    middle = new int[top.length << BITS];
    low = new int[middle.length << BITS];
  }

  void add(int slot) {
    for (int k = (slot >> 2 * BITS) + 1; k < top.length; k++) {
      top[k]++;
    }
    grow(middle, slot >> BITS);
    grow(low, slot);
    low[slot]++;
  }

  /** Adds to what stands behind a place among its neighbours. */
  private static void grow(int[] level, int place) {
    int base = place & ~MASK;
    int row = (place & MASK) * WIDTH;
    for (int k = 0; k < WIDTH; k++) {
      level[base + k] += BEHIND[row + k];
    }
  }

  /** The count over slots up to one, itself included. */
  int upTo(int slot) {
    return top[slot >> 2 * BITS] + middle[slot >> BITS] + low[slot];
  }
}
