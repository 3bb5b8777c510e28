package org.hepatica.ml.direct;

import java.util.Arrays;
import java.util.Iterator;
import org.hepatica.survival.cox.ExactTies;
import org.hepatica.survival.cox.SubsetTotals;

/**
 * The pass of exact ties: each row is added to the subsets of all times with several events that it
 * is at risk at, those of its stratum until it leaves.
 */
final class ExactPass {

  private final Slots slots;
  private final ExactTies ties;
  private final Tiles tiles;
  private final double[] x;
  private final SubsetTotals[] totals;

  /** By slot, how many of the tied slots of all strata are before or at it. */
  private final int[] until;

  /** By slot, how many of these are before its stratum. */
  private final int[] before;

  private ExactPass(Slots slots, Design design, double[] beta, ExactTies ties) {
    this.slots = slots;
    this.ties = ties;
    tiles = new Tiles(design, beta);
    x = new double[beta.length];
    totals = ties.nobody();
    until = new int[slots.risk().size()];
    before = new int[slots.risk().size()];
    count();
  }

  private void count() {
    int[] first = slots.risk().first();
    int tied = 0;
    for (int stratum = 0; stratum < slots.risk().strata(); stratum++) {
      Arrays.fill(before, first[stratum], first[stratum + 1], tied);
      for (int slot = first[stratum]; slot < first[stratum + 1]; slot++) {
        tied += tied < ties.slot().length && ties.slot()[tied] == slot ? 1 : 0;
        until[slot] = tied;
      }
    }
  }

  /** Totals a tied slot. */
  static SubsetTotals[] over(
      Iterator<Block> blocks, Slots slots, Design design, double[] beta, ExactTies ties) {
    ExactPass pass = new ExactPass(slots, design, beta, ties);
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
    int[] slot = slots.of(block);
    tiles.walk(
        block,
        (run, event, from, to) -> {
          for (int i = from; i < to; i++) {
            for (int t = before[slot[run]]; t < until[slot[run]]; t++) {
              tiles.row(i, x);
              totals[t].add(tiles.eta[i], x, (long) tiles.frequency[i]);
            }
          }
        },
        n -> {});
  }
}
