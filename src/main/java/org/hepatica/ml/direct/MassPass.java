package org.hepatica.ml.direct;

import java.util.Arrays;
import java.util.Iterator;

/**
 * The pass for weighted means and deviations of the design columns: sums of case weights, of weight
 * times x and of weight times x squared, x standardised without weights, so that nothing large is
 * squared. A row that only takes late subjects off until their entry is none of its own.
 */
final class MassPass {

  private final Tiles tiles;
  private final int p;

  /** The weight, then sums of x, then of x squared. */
  private final double[] sums;

  private final double[] mass = new double[Tiles.SIZE];
  private final double[] byPattern = new double[256];

  private MassPass(Design design) {
    p = design.columns().length;
    tiles = new Tiles(design, new double[p]);
    sums = new double[1 + 2 * p];
  }

  /** Sums over blocks: the weight, then p sums of weight times x, then p of it times x squared. */
  static double[] over(Iterator<Block> blocks, Design design) {
    MassPass pass = new MassPass(design);
    blocks.forEachRemaining(pass::add);
    return pass.sums;
  }

  private void add(Block block) {
    tiles.walk(block, (run, event, from, to) -> {}, n -> add(block, n));
    for (int c = 0; c < tiles.patterns; c++) {
      for (int a = 0; a < tiles.coded.length; a++) {
        addTo(tiles.coded[a], byPattern[c], tiles.patternX[c * tiles.coded.length + a]);
      }
    }
    Arrays.fill(byPattern, 0);
  }

  private void add(Block block, int n) {
    Arrays.fill(mass, 0, n, 1);
    tiles.weigh(block, mass, 0, n);
    for (int i = 0; i < n; i++) {
      mass[i] = Math.max(0, mass[i]);
      sums[0] += mass[i];
      if (tiles.code != null) {
        byPattern[tiles.code[tiles.base + i] & 0xff] += mass[i];
      }
    }
    for (int j : tiles.plain) {
      double[] x = tiles.x[j];
      for (int i = 0; i < n; i++) {
        addTo(j, mass[i], x[i]);
      }
    }
  }

  private void addTo(int column, double weight, double x) {
    sums[1 + column] += weight * x;
    sums[1 + p + column] += weight * x * x;
  }
}
