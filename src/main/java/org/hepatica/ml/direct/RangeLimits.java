package org.hepatica.ml.direct;

import org.hepatica.survival.cox.SlotSums;

/**
 * When subjects go to ranges of time, and to how many.
 *
 * @param mostSlots so many times, strata apart, may be in one table
 * @param rowsARange about so many rows make a range
 */
public record RangeLimits(long mostSlots, long rowsARange) {

  private static final long ROWS_A_RANGE = 500_000;

  /** What memory allows: every task has a table of all slots, and so has the driver. */
  static RangeLimits of(int columns, int tasks) {
    int width = SlotSums.width(columns);
    long cells = Runtime.getRuntime().maxMemory() / 2 / (tasks + 2) / Double.BYTES;
    return new RangeLimits(Math.min(cells, Integer.MAX_VALUE) / width, ROWS_A_RANGE);
  }
}
