package org.hepatica.ml.direct;

import java.util.Arrays;
import java.util.List;
import org.hepatica.survival.cox.RiskSlots;

/**
 * Counts, for each row of a range of linear predictors, the comparable pairs that it is part of.
 *
 * <p>Rows of other ranges are sums by place; those of the range itself are met in the order of
 * their predictors and summed up by place on the way. A pair is comparable if one of the two has
 * the event at an earlier place than the other's, in one stratum. In time n log(places).
 */
final class PairPass {

  /** What is done with a row's pairs. */
  interface Visitor {

    /**
     * Takes a row.
     *
     * @param concordant weighted pairs in which the higher predictor has the event first
     * @param discordant weighted pairs in which the lower has
     * @param tied weighted pairs with one predictor
     */
    void row(int number, double concordant, double discordant, double tied);
  }

  private final ScoredRows rows;
  private final RiskSlots risk;
  private final PlaceTable lower;
  private final PlaceTable everybody;
  private final Visitor visitor;
  private final int[] order;
  private final int[] stratum;

  /**
   * @param lower cumulated sums over the ranges below
   * @param everybody cumulated sums over all ranges
   */
  PairPass(
      ScoredRows rows, RiskSlots risk, PlaceTable lower, PlaceTable everybody, Visitor visitor) {
    this.rows = rows;
    this.risk = risk;
    this.lower = lower;
    this.everybody = everybody;
    this.visitor = visitor;
    stratum = strata();
    order = PredictorOrder.of(rows.predictor(), stratum, risk.strata());
  }

  private int[] strata() {
    int[] ofSlot = new int[risk.size()];
    for (int s = 0; s < risk.strata(); s++) {
      Arrays.fill(ofSlot, risk.first()[s], risk.first()[s + 1], s);
    }
    int[] strata = new int[rows.size()];
    Arrays.setAll(strata, i -> ofSlot[rows.place()[i] >> 1]);
    return strata;
  }

  /** Several pieces of a range as one. */
  static ScoredRows joined(List<ScoredRows> pieces) {
    int n = pieces.stream().mapToInt(ScoredRows::size).sum();
    ScoredRows first = pieces.get(0);
    ScoredRows all =
        new ScoredRows(
            new double[n],
            new int[n],
            first.frequency() == null ? null : new double[n],
            first.weight() == null ? null : new double[n],
            first.cluster() == null ? null : new Object[n]);
    int at = 0;
    for (ScoredRows piece : pieces) {
      int size = piece.size();
      System.arraycopy(piece.predictor(), 0, all.predictor(), at, size);
      System.arraycopy(piece.place(), 0, all.place(), at, size);
      copy(piece.frequency(), all.frequency(), at, size);
      copy(piece.weight(), all.weight(), at, size);
      copy(piece.cluster(), all.cluster(), at, size);
      at += size;
    }
    return all;
  }

  private static void copy(Object from, Object to, int at, int size) {
    if (from != null) {
      System.arraycopy(from, 0, to, at, size);
    }
  }

  void run() {
    for (int from = 0; from < order.length; ) {
      int of = stratum[order[from]];
      int to = from + 1;
      while (to < order.length && stratum[order[to]] == of) {
        to++;
      }
      new Sweep(risk.first()[of], risk.first()[of + 1]).over(from, to);
      from = to;
    }
  }

  /** The rows of one stratum, from the lowest predictor to the highest. */
  private final class Sweep {

    private final int base;
    private final PlaceSums met;

    Sweep(int firstSlot, int lastSlot) {
      base = 2 * firstSlot;
      met = new PlaceSums(lastSlot - firstSlot);
    }

    void over(int from, int to) {
      for (int start = from; start < to; ) {
        double predictor = rows.predictor()[order[start]];
        int end = start + 1;
        while (end < to && rows.predictor()[order[end]] == predictor) {
          end++;
        }
        if (end == start + 1) {
          alone(order[start]);
        } else {
          together(start, end);
        }
        start = end;
      }
    }

    private void alone(int row) {
      int place = rows.place()[row];
      met.seek(place - base);
      take(row, met.after(), met.before(), 0, 0);
      met.add(place - base, PlaceTable.mass(rows, row));
    }

    private void together(int start, int end) {
      double[] after = new double[end - start];
      double[] before = new double[end - start];
      for (int i = start; i < end; i++) {
        met.seek(rows.place()[order[i]] - base);
        after[i - start] = met.after();
        before[i - start] = met.before();
      }
      for (int i = start; i < end; i++) {
        met.add(rows.place()[order[i]] - base, PlaceTable.mass(rows, order[i]));
      }
      for (int i = start; i < end; i++) {
        int place = rows.place()[order[i]];
        met.seek(place - base);
        double tiedAfter = (place & 1) == 0 ? met.after() - after[i - start] : 0;
        double tiedBefore = met.before() - before[i - start];
        take(order[i], after[i - start], before[i - start], tiedAfter, tiedBefore);
      }
    }

    private void take(int row, double after, double before, double tiedAfter, double tiedBefore) {
      int place = rows.place()[row];
      boolean event = (place & 1) == 0;
      double lowerAfter = event ? lower.all()[place] + after : 0;
      double higherAfter = event ? everybody.all()[place] - lowerAfter - tiedAfter : 0;
      double lowerBefore = lower.events()[place] + before;
      double higherBefore = everybody.events()[place] - lowerBefore - tiedBefore;
      visitor.row(
          row, lowerAfter + higherBefore, higherAfter + lowerBefore, tiedAfter + tiedBefore);
    }
  }
}
