package org.hepatica.ml.direct;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import scala.Tuple2;

/**
 * Counts, for each row of a range of times, who lies in other ranges of linear predictors: later
 * than it and, with the event, earlier. Rows of other ranges of times are sums by range of
 * predictors; those of its own are met in the order of their times.
 */
final class RangeCrossing {

  private final RangeRows range;
  private final Slots slots;

  /** By slot; null for 1. */
  private final double[] weight;

  /** How many ranges of predictors there are. */
  private final int ranges;

  /** By range of predictors, the rows of each. */
  private final List<List<ScoredRows>> pieces = new ArrayList<>();

  /** What of other ranges of times is later, and which events are earlier. */
  record Others(double[] later, double[] earlierEvents) implements Serializable {

    static Others none(int ranges) {
      return new Others(new double[ranges], new double[ranges]);
    }
  }

  /**
   * @param cut of the range's blocks by the bounds between ranges of predictors
   */
  RangeCrossing(RangeRows range, RangeCut cut, int ranges, double[] weight) {
    this.range = range;
    slots = range.slots();
    this.weight = weight;
    this.ranges = ranges;
    for (int r = 0; r < ranges; r++) {
      pieces.add(new ArrayList<>());
    }
    for (Block block : range.blocks()) {
      Iterator<Tuple2<Integer, ScoredRows>> cuts = cut.cut(block);
      cuts.forEachRemaining(piece -> pieces.get(piece._1).add(piece._2));
    }
  }

  /** By stratum, all rows and those with the event, by range of predictors. */
  Map<Object, Others> own() {
    Others[] sums = new Others[slots.risk().strata()];
    for (int s = 0; s < sums.length; s++) {
      sums[s] = Others.none(ranges);
    }
    int[] stratum = slots.risk().strataOfSlots();
    for (int r = 0; r < ranges; r++) {
      for (ScoredRows rows : pieces.get(r)) {
        for (int i = 0; i < rows.size(); i++) {
          int place = rows.place()[i];
          Others sum = sums[stratum[place >> 1]];
          sum.later[r] += rows.mass(i);
          sum.earlierEvents[r] += eventMass(rows, i);
        }
      }
    }
    return range.byStratum(sums);
  }

  private double eventMass(ScoredRows rows, int i) {
    int place = rows.place()[i];
    double each = weight == null ? 1 : weight[place >> 1];
    return (place & 1) == 0 ? each * rows.mass(i) : 0;
  }

  /**
   * The rows by range of predictors.
   *
   * @param others what there is of each stratum in other ranges of times
   */
  Iterator<Tuple2<Integer, CrossedRows>> crossed(Map<Object, Others> others) {
    List<ScoredRows> joined = new ArrayList<>();
    for (List<ScoredRows> some : pieces) {
      joined.add(some.isEmpty() ? null : PairPass.joined(some));
    }
    PlaceOrder order = PlaceOrder.of(joined, 2 * slots.risk().size());
    double[][] around = new double[ranges][];
    for (int r = 0; r < ranges; r++) {
      around[r] = new double[joined.get(r) == null ? 0 : CrossedRows.AROUND * joined.get(r).size()];
    }
    for (int s = 0; s < slots.risk().strata(); s++) {
      Others known = others.getOrDefault(slots.names().get(s), Others.none(ranges));
      int from = 2 * slots.risk().first()[s];
      int to = 2 * slots.risk().first()[s + 1];
      downwards(joined, order, from, to, known.later.clone(), around);
      upwards(joined, order, from, to, known.earlierEvents.clone(), around);
    }
    return sent(joined, around);
  }

  private void downwards(
      List<ScoredRows> rows,
      PlaceOrder order,
      int from,
      int to,
      double[] after,
      double[][] around) {
    for (int place = to - 1; place >= from; place--) {
      for (int k = order.start()[place]; k < order.start()[place + 1]; k++) {
        tell(after, order.range()[k], order.row()[k], CrossedRows.LOWER_AFTER, around);
      }
      for (int k = order.start()[place]; k < order.start()[place + 1]; k++) {
        after[order.range()[k]] += rows.get(order.range()[k]).mass(order.row()[k]);
      }
    }
  }

  private void upwards(
      List<ScoredRows> rows,
      PlaceOrder order,
      int from,
      int to,
      double[] before,
      double[][] around) {
    for (int place = from; place < to; place++) {
      for (int k = order.start()[place]; k < order.start()[place + 1]; k++) {
        tell(before, order.range()[k], order.row()[k], CrossedRows.LOWER_BEFORE, around);
      }
      for (int k = order.start()[place]; k < order.start()[place + 1]; k++) {
        before[order.range()[k]] += eventMass(rows.get(order.range()[k]), order.row()[k]);
      }
    }
  }

  /** The sums over lower ranges, then over higher ones. */
  private static void tell(double[] sums, int range, int row, int at, double[][] around) {
    double lower = 0;
    double higher = 0;
    for (int r = 0; r < range; r++) {
      lower += sums[r];
    }
    for (int r = range + 1; r < sums.length; r++) {
      higher += sums[r];
    }
    around[range][CrossedRows.AROUND * row + at] = lower;
    around[range][CrossedRows.AROUND * row + at + 1] = higher;
  }

  private Iterator<Tuple2<Integer, CrossedRows>> sent(List<ScoredRows> joined, double[][] around) {
    int[] ofSlot = slots.risk().strataOfSlots();
    Object[] names = slots.names().toArray();
    List<Tuple2<Integer, CrossedRows>> sent = new ArrayList<>();
    for (int r = 0; r < ranges; r++) {
      ScoredRows rows = joined.get(r);
      if (rows != null) {
        int[] stratum = new int[rows.size()];
        double[] each = weight == null ? null : new double[rows.size()];
        for (int i = 0; i < stratum.length; i++) {
          int slot = rows.place()[i] >> 1;
          stratum[i] = ofSlot[slot];
          if (each != null) {
            each[i] = weight[slot];
          }
        }
        sent.add(new Tuple2<>(r, new CrossedRows(rows, names, stratum, each, around[r])));
      }
    }
    return sent.iterator();
  }
}
