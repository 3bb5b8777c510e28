package org.hepatica.ml.direct;

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

  Tiles(Design design, double[] beta) {
    this.design = design;
    this.beta = beta;
    x = new double[beta.length][SIZE];
  }

  /** Walks; after the stretches of a tile come its rows as a whole. */
  void walk(Block block, Stretch stretch, java.util.function.IntConsumer whole) {
    int run = 0;
    int rows = block.rows();
    for (int base = 0; base < rows; base += SIZE) {
      int n = Math.min(SIZE, rows - base);
      fill(block, base, n);
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

  private void fill(Block block, int base, int n) {
    java.util.Arrays.fill(eta, 0, n, 0);
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
  }
}
