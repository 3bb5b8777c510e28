package org.hepatica.ml.direct;

import java.util.Iterator;
import org.hepatica.survival.cox.SubsetTotals;

/**
 * The pass of exact ties: each row is added to the subsets of all times with several events that it
 * is at risk at, those of its stratum from when it comes until it leaves.
 */
final class ExactPass {

  private final TiedPlaces places;
  private final Tiles tiles;
  private final double[] x;
  private final double[] entry = new double[Tiles.SIZE];
  private final SubsetTotals[] totals;

  private ExactPass(TiedPlaces places, Design design, double[] beta) {
    this.places = places;
    tiles = new Tiles(design, beta);
    x = new double[beta.length];
    totals = places.ties().nobody();
  }

  /** Totals a tied time. */
  static SubsetTotals[] over(
      Iterator<Block> blocks, TiedPlaces places, Design design, double[] beta) {
    ExactPass pass = new ExactPass(places, design, beta);
    blocks.forEachRemaining(pass::add);
    return pass.totals;
  }

  static SubsetTotals[] merge(SubsetTotals[] totals, SubsetTotals[] others) {
    for (int t = 0; t < totals.length; t++) {
      totals[t].merge(others[t]);
    }
    return totals;
  }

  private void add(Block block) {
    tiles.walk(block, (run, event, from, to) -> add(block, run, from, to), n -> {});
  }

  private void add(Block block, int run, int from, int to) {
    Object stratum = block.stratumOf(run);
    int first = places.first(stratum);
    int until = places.until(stratum, block.time[run]);
    if (first == until) {
      return;
    }
    if (block.carried.entry()) {
      block.columns[block.carried.entryAt()].read(tiles.base + from, to - from, 0, 1, entry);
    }
    for (int i = from; i < to; i++) {
      // A row of less than nobody says once more what the row of the same subject says itself.
      if (tiles.frequency[i] > 0) {
        add(i, block.carried.entry() ? places.until(stratum, entry[i - from]) : first, until);
      }
    }
  }

  private void add(int i, int from, int until) {
    for (int t = from; t < until; t++) {
      tiles.row(i, x);
      totals[t].add(tiles.eta[i], x, (long) tiles.frequency[i]);
    }
  }
}
