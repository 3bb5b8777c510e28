package org.hepatica.ml.direct;

import java.util.Arrays;
import java.util.Iterator;
import org.hepatica.survival.cox.SlotSums;

/** The first pass: sums of hazard ratios a slot. */
final class RiskPass {

  private final Slots slots;
  private final Tiles tiles;
  private final SlotSums table;
  private final double[] s1;
  private final double[] ofCoded;
  private final double[] byPattern = new double[256];

  private RiskPass(Slots slots, Design design, double[] beta) {
    this.slots = slots;
    tiles = new Tiles(design, beta);
    table = new SlotSums(slots.risk().size(), beta.length);
    s1 = new double[beta.length];
    ofCoded = new double[beta.length];
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
    double shift = tiles.tame ? 0 : largest(eta, from, to);
    double s0 = 0;
    if (block.carried.hasMass()) {
      for (int i = from; i < to; i++) {
        eta[i] = Math.exp(eta[i] - shift);
      }
      tiles.weigh(block, eta, from, to);
      for (int i = from; i < to; i++) {
        s0 += eta[i];
      }
    } else {
      for (int i = from; i < to; i++) {
        double ratio = Math.exp(eta[i] - shift);
        eta[i] = ratio;
        s0 += ratio;
      }
    }
    Arrays.fill(s1, 0);
    sumCoded(from, to);
    for (int j : tiles.plain) {
      double[] column = tiles.x[j];
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += eta[i] * column[i];
      }
      s1[j] = sum;
    }
    table.add(slot, event, shift, s0, s1);
  }

  private static double largest(double[] eta, int from, int to) {
    double largest = eta[from];
    for (int i = from + 1; i < to; i++) {
      largest = Math.max(largest, eta[i]);
    }
    return largest;
  }

  /** By pattern where that is less work than row by row. */
  private void sumCoded(int from, int to) {
    byte[] code = tiles.code;
    if (code == null) {
      return;
    }
    int width = tiles.coded.length;
    int base = tiles.base;
    if ((to - from) * width > (to - from) + tiles.patterns * width) {
      for (int i = from; i < to; i++) {
        byPattern[code[base + i] & 0xff] += tiles.eta[i];
      }
      tiles.expand(byPattern, s1);
      Arrays.fill(byPattern, 0, tiles.patterns, 0);
      return;
    }
    double[] patternX = tiles.patternX;
    double[] eta = tiles.eta;
    Arrays.fill(ofCoded, 0, width, 0);
    for (int i = from; i < to; i++) {
      int at = (code[base + i] & 0xff) * width;
      double ratio = eta[i];
      for (int a = 0; a < width; a++) {
        ofCoded[a] += ratio * patternX[at + a];
      }
    }
    for (int a = 0; a < width; a++) {
      s1[tiles.coded[a]] = ofCoded[a];
    }
  }
}
