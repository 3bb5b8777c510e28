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

  /** By slot, the weight of the pairs of its events; null for 1. */
  private final double[] weight;

  /** By place, what lies after it below the range and in all, and the events before it likewise. */
  private final double[] around;

  private final Visitor visitor;
  private final PredictorOrder order;

  /** Of each row; empty where there is one. */
  private final int[] stratum;

  /** In order, so that rows are met one after the other in memory too. */
  private final int[] place;

  /**
   * @param weight by slot, of the pairs of its events; null for 1
   * @param lower cumulated sums over the ranges below
   * @param everybody cumulated sums over all ranges
   */
  PairPass(
      ScoredRows rows,
      RiskSlots risk,
      double[] weight,
      PlaceTable lower,
      PlaceTable everybody,
      Visitor visitor) {
    this.rows = rows;
    this.risk = risk;
    this.weight = weight;
    around = new double[4 * lower.all().length];
    for (int at = 0; at < lower.all().length; at++) {
      around[4 * at] = lower.all()[at];
      around[4 * at + 1] = everybody.all()[at];
      around[4 * at + 2] = lower.events()[at];
      around[4 * at + 3] = everybody.events()[at];
    }
    this.visitor = visitor;
    stratum = risk.strata() == 1 ? new int[0] : strata();
    order = PredictorOrder.of(rows.predictor(), stratum, risk.strata());
    place = new int[rows.size()];
    for (int i = 0; i < place.length; i++) {
      place[i] = rows.place()[order.row()[i]];
    }
  }

  private int[] strata() {
    int[] ofSlot = risk.strataOfSlots();
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
    int[] row = order.row();
    if (risk.strata() == 1) {
      new Sweep(0, risk.size()).over(0, row.length);
      return;
    }
    for (int from = 0; from < row.length; ) {
      int of = stratum[row[from]];
      int to = from + 1;
      while (to < row.length && stratum[row[to]] == of) {
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
      int slots = lastSlot - firstSlot;
      met = weight != null || rows.hasMass() ? new MassSums(slots) : new CountSums(slots);
    }

    void over(int from, int to) {
      long[] key = order.key();
      for (int start = from; start < to; ) {
        int end = start + 1;
        while (end < to && key[end] == key[start]) {
          end++;
        }
        if (end == start + 1) {
          met.seek(place[start] - base);
          take(start, met.after(), met.before(), 0, 0);
          add(start);
        } else {
          together(start, end);
        }
        start = end;
      }
    }

    private void together(int start, int end) {
      double[] after = new double[end - start];
      double[] before = new double[end - start];
      for (int i = start; i < end; i++) {
        met.seek(place[i] - base);
        after[i - start] = met.after();
        before[i - start] = met.before();
      }
      for (int i = start; i < end; i++) {
        add(i);
      }
      for (int i = start; i < end; i++) {
        met.seek(place[i] - base);
        double tiedAfter = (place[i] & 1) == 0 ? met.after() - after[i - start] : 0;
        double tiedBefore = met.before() - before[i - start];
        take(i, after[i - start], before[i - start], tiedAfter, tiedBefore);
      }
    }

    private void add(int i) {
      double mass = rows.hasMass() ? rows.mass(order.row()[i]) : 1;
      if (weight == null) {
        met.add(place[i] - base, mass);
      } else {
        met.add(place[i] - base, mass, mass * weight[place[i] >> 1]);
      }
    }

    private void take(int i, double after, double before, double tiedAfter, double tiedBefore) {
      int at = place[i];
      // 1 with the event, 0 without: as many rows have it as not, and a branch would often be
      // wrong.
      int event = 1 - (at & 1);
      double lowerAfter = event * (around[4 * at] + after);
      double higherAfter = event * (around[4 * at + 1] - tiedAfter) - lowerAfter;
      double tied = tiedAfter;
      if (weight != null && event == 1) {
        lowerAfter *= weight[at >> 1];
        higherAfter *= weight[at >> 1];
        tied *= weight[at >> 1];
      }
      double lowerBefore = around[4 * at + 2] + before;
      double higherBefore = around[4 * at + 3] - lowerBefore - tiedBefore;
      visitor.row(
          order.row()[i], lowerAfter + higherBefore, higherAfter + lowerBefore, tied + tiedBefore);
    }
  }
}
