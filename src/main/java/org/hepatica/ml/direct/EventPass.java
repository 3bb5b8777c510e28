package org.hepatica.ml.direct;

import java.util.Iterator;

/**
 * The weighted sums of the events' standardised columns, then of their offsets. They are summed
 * standardised, as all other sums are: a centre taken off afterwards would leave the rounding of
 * large values behind.
 */
final class EventPass {

  private final Tiles tiles;
  private final double[] multiplier;
  private final double[] sums;
  private final double[] mass = new double[Tiles.SIZE];

  private EventPass(Design design, double[] multiplier) {
    int p = design.columns().length;
    tiles = new Tiles(design, new double[p]);
    this.multiplier = multiplier;
    sums = new double[p + 1];
  }

  /**
   * Sums.
   *
   * @param multiplier of each slot's events; null for 1
   */
  static double[] over(Iterator<Block> blocks, Slots slots, Design design, double[] multiplier) {
    EventPass pass = new EventPass(design, multiplier);
    blocks.forEachRemaining(block -> pass.add(block, slots));
    return pass.sums;
  }

  private void add(Block block, Slots slots) {
    int[] slot = multiplier == null ? new int[block.runs()] : slots.of(block);
    tiles.walk(
        block,
        (run, event, from, to) -> {
          for (int i = from; i < to; i++) {
            mass[i] = event ? 1 : 0;
            mass[i] *= multiplier == null ? 1 : multiplier[slot[run]];
          }
          tiles.weigh(block, mass, from, to);
        },
        n -> add(block, n));
  }

  private void add(Block block, int n) {
    int p = tiles.x.length;
    for (int j = 0; j < p; j++) {
      sums[j] += dot(tiles.x[j], n);
    }
    if (block.carried.offset()) {
      sums[p] += dot(tiles.offsets(block, n), n);
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
