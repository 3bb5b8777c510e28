package org.hepatica.ml.direct;

import java.util.Arrays;
import java.util.Iterator;

/**
 * The weighted sums of the events' standardised columns, then of their offsets. They are summed
 * standardised, as all other sums are: a centre taken off afterwards would leave the rounding of
 * large values behind.
 */
final class EventPass {

  private final Slots slots;
  private final Tiles tiles;
  private final double[] multiplier;
  private final double[] sums;
  private final double[] mass = new double[Tiles.SIZE];
  private final double[] byPattern = new double[256];

  /**
   * @param multiplier of each slot's events; null for 1
   */
  EventPass(Slots slots, Design design, double[] multiplier) {
    this.slots = slots;
    int p = design.columns().length;
    tiles = new Tiles(design, new double[p]);
    this.multiplier = multiplier;
    sums = new double[p + 1];
  }

  static double[] over(Iterator<Block> blocks, Slots slots, Design design, double[] multiplier) {
    EventPass pass = new EventPass(slots, design, multiplier);
    blocks.forEachRemaining(pass::add);
    return pass.sums;
  }

  /** One a column, then that of offsets; not copied. */
  double[] sums() {
    return sums;
  }

  void add(Block block) {
    int[] slot = multiplier == null ? null : slots.of(block);
    tiles.walk(
        block,
        (run, event, from, to) -> {
          double each = slot == null ? 1 : multiplier[slot[run]];
          Arrays.fill(mass, from, to, event ? each : 0);
          tiles.weigh(block, mass, from, to);
        },
        n -> add(block, n));
    tiles.expand(byPattern, sums);
    Arrays.fill(byPattern, 0);
  }

  private void add(Block block, int n) {
    if (tiles.code != null) {
      for (int i = 0; i < n; i++) {
        byPattern[tiles.code[tiles.base + i] & 0xff] += mass[i];
      }
    }
    for (int j : tiles.plain) {
      sums[j] += dot(tiles.x[j], n);
    }
    if (block.carried.offset()) {
      sums[sums.length - 1] += dot(tiles.offsets(block, n), n);
    }
  }

  private double dot(double[] values, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += mass[i] * values[i];
    }
    return sum;
  }
}
