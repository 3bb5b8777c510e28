package org.hepatica.ml.direct;

import java.util.Iterator;

/**
 * The sums of the events' standardised columns. They are summed standardised, as all other sums
 * are: a centre taken off afterwards would leave the rounding of large values behind.
 */
final class EventPass {

  private static final int TILE = 4096;

  private EventPass() {}

  static double[] over(Iterator<Block> blocks, Design design) {
    double[] sums = new double[design.columns().length];
    double[] tile = new double[TILE];
    while (blocks.hasNext()) {
      Block block = blocks.next();
      for (int j = 0; j < sums.length; j++) {
        sums[j] += sum(block, design, design.columns()[j], tile);
      }
    }
    return sums;
  }

  private static double sum(Block block, Design design, int column, double[] tile) {
    double sum = 0;
    for (int run = 0; run < block.runs(); run++) {
      for (int from = block.start[run]; from < block.censored[run]; from += TILE) {
        int n = Math.min(TILE, block.censored[run] - from);
        block.columns[column].read(
            from, n, design.mean()[column], design.deviation()[column], tile);
        for (int i = 0; i < n; i++) {
          sum += tile[i];
        }
      }
    }
    return sum;
  }
}
