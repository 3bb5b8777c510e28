package org.hepatica.survival.cox;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Sums of hazard ratios, and of hazard ratio times x, over the subjects who leave at each slot, a
 * slot being a time in a stratum; those with the event apart from those without. A mergeable state:
 * the table of all rows is the merged tables of its parts. Mutable, for one thread.
 *
 * <p>Each slot's sums are relative to {@code exp(shift)}, the shift following the slot's largest
 * linear predictor, so that nothing overflows or vanishes.
 */
public final class SlotSums implements Serializable {

  private static final long serialVersionUID = 1L;

  private final int columns;
  private final int width;
  private final double[] cells;

  /** Nobody yet. */
  public SlotSums(int slots, int columns) {
    this.columns = columns;
    width = width(columns);
    cells = new double[Math.multiplyExact(slots, width)];
    for (int slot = 0; slot < slots; slot++) {
      cells[slot * width] = Double.NEGATIVE_INFINITY;
    }
  }

  /** How many numbers a slot has. */
  public static int width(int columns) {
    return 1 + 2 * (1 + columns);
  }

  /**
   * Adds subjects who leave at a slot.
   *
   * @param event whether they leave with the event
   * @param shift what their sums are relative to: at least about their largest linear predictor
   * @param s0 sum of hazard ratios
   * @param s1 sum of hazard ratio times x, a column each
   */
  public void add(int slot, boolean event, double shift, double s0, double[] s1) {
    int at = slot * width;
    double factor = 1;
    if (shift > cells[at]) {
      raise(at, shift);
    } else if (shift < cells[at]) {
      factor = Math.exp(shift - cells[at]);
    }
    int to = at + 1 + (event ? 1 + columns : 0);
    cells[to] += factor * s0;
    for (int j = 0; j < columns; j++) {
      cells[to + 1 + j] += factor * s1[j];
    }
  }

  private void raise(int at, double shift) {
    double factor = Math.exp(cells[at] - shift);
    for (int cell = at + 1; cell < at + width; cell++) {
      cells[cell] *= factor;
    }
    cells[at] = shift;
  }

  /** Adds the subjects of another table of the same slots and columns; gives this. */
  public SlotSums merge(SlotSums other) {
    for (int at = 0; at < cells.length; at += width) {
      double shift = other.cells[at];
      if (shift == Double.NEGATIVE_INFINITY) {
        continue;
      }
      double factor = 1;
      if (shift > cells[at]) {
        raise(at, shift);
      } else if (shift < cells[at]) {
        factor = Math.exp(shift - cells[at]);
      }
      for (int cell = 1; cell < width; cell++) {
        cells[at + cell] += factor * other.cells[at + cell];
      }
    }
    return this;
  }

  /** How many columns there are. */
  public int columns() {
    return columns;
  }

  /** What a slot's sums are relative to; minus infinity when nobody leaves there. */
  public double shift(int slot) {
    return cells[slot * width];
  }

  /** A slot's sums over those without, or with, the event: s0, then s1. */
  public double[] sums(int slot, boolean event) {
    int from = slot * width + 1 + (event ? 1 + columns : 0);
    return Arrays.copyOfRange(cells, from, from + 1 + columns);
  }
}
