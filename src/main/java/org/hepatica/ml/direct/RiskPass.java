package org.hepatica.ml.direct;

import java.util.Iterator;
import org.hepatica.survival.cox.SlotSums;

/** The first pass: sums of hazard ratios a slot. */
final class RiskPass {

  private final Slots slots;
  private final Tiles tiles;
  private final SlotSums table;
  private final double[] s1;

  private RiskPass(Slots slots, Design design, double[] beta) {
    this.slots = slots;
    tiles = new Tiles(design, beta);
    table = new SlotSums(slots.risk().size(), beta.length);
    s1 = new double[beta.length];
  }

  static SlotSums over(Iterator<Block> blocks, Slots slots, Design design, double[] beta) {
    RiskPass pass = new RiskPass(slots, design, beta);
    blocks.forEachRemaining(pass::add);
    return pass.table;
  }

  private void add(Block block) {
    int[] slot = slots.of(block);
    tiles.walk(block, (run, event, from, to) -> add(block, slot[run], event, from, to), n -> {});
  }

  private void add(Block block, int slot, boolean event, int from, int to) {
    double[] eta = tiles.eta;
    double shift = eta[from];
    for (int i = from + 1; i < to; i++) {
      shift = Math.max(shift, eta[i]);
    }
    for (int i = from; i < to; i++) {
      eta[i] = Math.exp(eta[i] - shift);
    }
    tiles.weigh(block, eta, from, to);
    double s0 = 0;
    for (int i = from; i < to; i++) {
      s0 += eta[i];
    }
    for (int j = 0; j < s1.length; j++) {
      double[] column = tiles.x[j];
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += eta[i] * column[i];
      }
      s1[j] = sum;
    }
    table.add(slot, event, shift, s0, s1);
  }
}
