package org.hepatica.ml.direct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.hepatica.survival.cox.RiskSlots;

/**
 * Rows of one range of linear predictors, of all ranges of times, as one pairing: their slots are
 * numbered anew, as many as these rows have, so that tables are no larger than the range.
 */
final class CrossedJoin {

  private final List<CrossedRows> pieces;
  private final List<Object> names;

  /** Slots before each stratum, then of all. */
  private final int[] first;

  /** By piece, then by the slot it had, the number it has now; -1 for one without rows. */
  private final List<int[]> slot = new ArrayList<>();

  private CrossedJoin(List<CrossedRows> pieces) {
    this.pieces = pieces;
    TreeSet<Object> all = new TreeSet<>(StratumOrder.INSTANCE);
    pieces.forEach(piece -> all.addAll(Arrays.asList(piece.names())));
    names = List.copyOf(all);
    first = new int[names.size() + 1];
  }

  /**
   * Joins.
   *
   * @param pieces in the order of their times, at least one
   */
  static Pairing of(List<CrossedRows> pieces) {
    CrossedJoin join = new CrossedJoin(pieces);
    join.number();
    return join.pairing();
  }

  private void number() {
    List<int[]> strata = new ArrayList<>();
    for (CrossedRows piece : pieces) {
      int slots = 1 + Arrays.stream(piece.rows().place()).map(place -> place >> 1).max().orElse(-1);
      int[] stratum = new int[slots];
      Arrays.fill(stratum, -1);
      for (int i = 0; i < piece.rows().size(); i++) {
        Object name = piece.names()[piece.stratum()[i]];
        stratum[piece.rows().place()[i] >> 1] = names.indexOf(name);
      }
      strata.add(stratum);
      int[] none = new int[slots];
      Arrays.fill(none, -1);
      slot.add(none);
    }
    int next = 0;
    for (int s = 0; s < names.size(); s++) {
      for (int p = 0; p < strata.size(); p++) {
        for (int own = 0; own < strata.get(p).length; own++) {
          if (strata.get(p)[own] == s) {
            slot.get(p)[own] = next++;
          }
        }
      }
      first[s + 1] = next;
    }
  }

  private Pairing pairing() {
    int slots = first[names.size()];
    PlaceTable lower = PlaceTable.of(2 * slots);
    PlaceTable others = PlaceTable.of(2 * slots);
    double[] weight = pieces.get(0).weight() == null ? null : new double[slots];
    List<ScoredRows> renumbered = new ArrayList<>();
    for (int p = 0; p < pieces.size(); p++) {
      CrossedRows piece = pieces.get(p);
      int[] places = piece.rows().place().clone();
      for (int i = 0; i < places.length; i++) {
        int at = slot.get(p)[places[i] >> 1];
        places[i] = 2 * at + (places[i] & 1);
        if (weight != null) {
          weight[at] = piece.weight()[i];
        }
        tell(piece.around(), i, places[i], lower, others);
      }
      renumbered.add(piece.rows().at(places));
    }
    ScoredRows rows = PairPass.joined(renumbered);
    PlaceTable own = PlaceTable.of(2 * slots);
    own.add(rows);
    PlaceTable counted = weight == null ? own : own.weighted(weight);
    PlaceTable everybody = counted.cumulated(first).merge(others);
    RiskSlots risk = new RiskSlots(first, new long[slots], new double[slots]);
    return new Pairing(rows, risk, weight, lower, everybody);
  }

  private static void tell(
      double[] around, int row, int place, PlaceTable lower, PlaceTable others) {
    int from = CrossedRows.AROUND * row;
    lower.all()[place] = around[from + CrossedRows.LOWER_AFTER];
    lower.events()[place] = around[from + CrossedRows.LOWER_BEFORE];
    others.all()[place] = lower.all()[place] + around[from + CrossedRows.HIGHER_AFTER];
    others.events()[place] = lower.events()[place] + around[from + CrossedRows.HIGHER_BEFORE];
  }
}
