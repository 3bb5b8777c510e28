package org.hepatica.ml.direct;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Walks over a block in tiles that fit a processor's cache: columns unpacked and standardised,
 * linear predictors made, then stretch by stretch of equal stratum, time and event.
 */
final class Tiles {

  static final int SIZE = 512;

  /** Some of a tile's rows that leave together. */
  interface Stretch {

    /** Rows {@code [from, to)} of the tile are of a run, with the event or without. */
    void visit(int run, boolean event, int from, int to);
  }

  private final Design design;
  private final double[] beta;

  /** The standardised columns of the current tile. */
  final double[][] x;

  /** The linear predictors of the current tile. */
  final double[] eta = new double[SIZE];

  /** Frequencies of the current tile; all 1 where rows carry none. */
  final double[] frequency = ones();

  /** Case weights of the current tile; all 1 where rows carry none. */
  final double[] weight = ones();

  /** Where in its block the current tile begins. */
  int base;

  private final double[] offset = new double[SIZE];

  Tiles(Design design, double[] beta) {
    this.design = design;
    this.beta = beta;
    x = new double[beta.length][SIZE];
  }

  private static double[] ones() {
    double[] ones = new double[SIZE];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Walks; after the stretches of a tile come its rows as a whole. */
  void walk(Block block, Stretch stretch, IntConsumer whole) {
    int run = 0;
    int rows = block.rows();
    for (base = 0; base < rows; base += SIZE) {
      int n = Math.min(SIZE, rows - base);
      fill(block, n);
      int at = 0;
      while (at < n) {
        while (block.start[run + 1] <= base + at) {
          run++;
        }
        boolean event = base + at < block.censored[run];
        int end = Math.min(n, (event ? block.censored[run] : block.start[run + 1]) - base);
        stretch.visit(run, event, at, end);
        at = end;
      }
      whole.accept(n);
    }
  }

  private void fill(Block block, int n) {
    offsets(block, n, eta);
    for (int j = 0; j < x.length; j++) {
      double[] column = x[j];
      int number = design.columns()[j];
      block.columns[number].read(
          base, n, design.mean()[number], design.deviation()[number], column);
      double b = beta[j];
      for (int i = 0; i < n; i++) {
        eta[i] += b * column[i];
      }
    }
    if (block.carried.frequency()) {
      block.columns[block.carried.frequencyAt()].read(base, n, 0, 1, frequency);
    }
    if (block.carried.weight()) {
      block.columns[block.carried.weightAt()].read(base, n, 0, 1, weight);
    }
  }

  private void offsets(Block block, int n, double[] into) {
    if (block.carried.offset()) {
      int number = block.carried.offsetAt();
      block.columns[number].read(base, n, design.mean()[number], 1, into);
    } else {
      Arrays.fill(into, 0, n, 0);
    }
  }

  /** The offsets of the current tile, as they are part of the linear predictors. */
  double[] offsets(Block block, int n) {
    offsets(block, n, offset);
    return offset;
  }

  /** Multiplies values by frequency and case weight, where rows carry any. */
  void weigh(Block block, double[] values, int from, int to) {
    if (block.carried.hasMass()) {
      for (int i = from; i < to; i++) {
        values[i] *= frequency[i] * weight[i];
      }
    }
  }
}
