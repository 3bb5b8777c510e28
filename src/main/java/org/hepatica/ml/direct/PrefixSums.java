package org.hepatica.ml.direct;

/**
 * Sums up to a slot while slots grow: three levels of sums within 32 neighbours, so that a question
 * is three reads, and a growth a few vector operations without a branch.
 */
final class PrefixSums {

  private static final int BITS = 5;
  private static final int WIDTH = 1 << BITS;
  private static final int MASK = WIDTH - 1;

  /** In row r, 0 up to entry r and 1 behind it. */
  private static final double[] BEHIND = new double[WIDTH * WIDTH];

  static {
    for (int r = 0; r < WIDTH; r++) {
      for (int k = r + 1; k < WIDTH; k++) {
        BEHIND[r * WIDTH + k] = 1;
      }
    }
  }

  private final double[] top;
  private final double[] middle;
  private final double[] low;

  PrefixSums(int slots) {
    top = new double[(slots >> 2 * BITS) + 1];
    middle = new double[top.length << BITS];
    low = new double[middle.length << BITS];
  }

  void add(int slot, double mass) {
    for (int k = (slot >> 2 * BITS) + 1; k < top.length; k++) {
      top[k] += mass;
    }
    grow(middle, slot >> BITS, mass);
    grow(low, slot, mass);
    low[slot] += mass;
  }

  /** Adds to what stands behind a place among its neighbours. */
  private static void grow(double[] level, int place, double mass) {
    int base = place & ~MASK;
    int row = (place & MASK) * WIDTH;
    for (int k = 0; k < WIDTH; k++) {
      level[base + k] += BEHIND[row + k] * mass;
    }
  }

  /** The sum over slots up to one, itself included. */
  double upTo(int slot) {
    return top[slot >> 2 * BITS] + middle[slot >> BITS] + low[slot];
  }
}
