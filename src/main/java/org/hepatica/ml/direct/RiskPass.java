package org.hepatica.ml.direct;

import java.util.Arrays;
import java.util.Iterator;
import org.hepatica.survival.cox.SlotSums;

/** The first pass: sums of hazard ratios a slot, at one point or at several in one walk. */
final class RiskPass {

  private final Slots slots;
  private final Tiles tiles;
  private final SlotSums[] tables;
  private final double[] s1;
  private final double[] ofCoded;
  private final double[] byPattern = new double[256];

  /**
   * @param betas coefficients of the standardised columns, at least one point
   */
  RiskPass(Slots slots, Design design, double[]... betas) {
    int p = betas[0].length;
    this.slots = slots;
    tiles = Tiles.ofRatios(design, betas);
    tables = new SlotSums[betas.length];
    Arrays.setAll(tables, point -> new SlotSums(slots.risk().size(), p));
    s1 = new double[p];
    ofCoded = new double[p];
  }

  static SlotSums over(Iterator<Block> blocks, Slots slots, Design design, double[] beta) {
    RiskPass pass = new RiskPass(slots, design, beta);
    blocks.forEachRemaining(pass::add);
    return pass.tables[0];
  }

  /** A table a point; not copied. */
  SlotSums[] tables() {
    return tables;
  }

  void add(Block block) {
    int[] slot = slots.of(block);
    tiles.walk(
        block,
        (run, event, from, to) -> {
          for (int point = 0; point < tables.length; point++) {
            add(block, point, slot[run], event, from, to);
          }
        },
        n -> {});
  }

  private void add(Block block, int point, int slot, boolean event, int from, int to) {
    double[] ratio = tiles.etas[point];
    double shift = tiles.isTame(point) ? 0 : largest(ratio, from, to);
    tiles.exponentiate(point, shift, from, to);
    tiles.weigh(block, ratio, from, to);
    double s0 = 0;
    for (int i = from; i < to; i++) {
      s0 += ratio[i];
    }
    Arrays.fill(s1, 0);
    sumCoded(ratio, from, to);
    for (int j : tiles.plain) {
      double[] column = tiles.x[j];
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += ratio[i] * column[i];
      }
      s1[j] = sum;
    }
    tables[point].add(slot, event, shift, s0, s1);
  }

  private static double largest(double[] eta, int from, int to) {
    double largest = eta[from];
    for (int i = from + 1; i < to; i++) {
      largest = Math.max(largest, eta[i]);
    }
    return largest;
  }

  /** By pattern where that is less work than row by row. */
  private void sumCoded(double[] ratios, int from, int to) {
    byte[] code = tiles.code;
    if (code == null) {
      return;
    }
    int width = tiles.coded.length;
    int base = tiles.base;
    if ((to - from) * width > (to - from) + tiles.patterns * width) {
      for (int i = from; i < to; i++) {
        byPattern[code[base + i] & 0xff] += ratios[i];
      }
      tiles.expand(byPattern, s1);
      Arrays.fill(byPattern, 0, tiles.patterns, 0);
      return;
    }
    double[] patternX = tiles.patternX;
    Arrays.fill(ofCoded, 0, width, 0);
    for (int i = from; i < to; i++) {
      int at = (code[base + i] & 0xff) * width;
      double ratio = ratios[i];
      for (int a = 0; a < width; a++) {
        ofCoded[a] += ratio * patternX[at + a];
      }
    }
    for (int a = 0; a < width; a++) {
      s1[tiles.coded[a]] = ofCoded[a];
    }
  }
}
