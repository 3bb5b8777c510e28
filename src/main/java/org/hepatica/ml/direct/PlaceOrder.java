package org.hepatica.ml.direct;

import java.util.List;

/**
 * The rows of several pieces by place.
 *
 * @param start where the rows of each place begin; then the number of all rows
 * @param range in this order, the piece a row is of
 * @param row in this order, its number there
 */
record PlaceOrder(int[] start, int[] range, int[] row) {

  /**
   * Orders.
   *
   * @param pieces null for one without rows
   */
  static PlaceOrder of(List<ScoredRows> pieces, int places) {
    int[] next = new int[places + 1];
    for (ScoredRows piece : pieces) {
      for (int i = 0; piece != null && i < piece.size(); i++) {
        next[piece.place()[i] + 1]++;
      }
    }
    for (int place = 0; place < places; place++) {
      next[place + 1] += next[place];
    }
    int[] start = next.clone();
    int[] range = new int[start[places]];
    int[] row = new int[range.length];
    for (int r = 0; r < pieces.size(); r++) {
      ScoredRows piece = pieces.get(r);
      for (int i = 0; piece != null && i < piece.size(); i++) {
        int at = next[piece.place()[i]]++;
        range[at] = r;
        row[at] = i;
      }
    }
    return new PlaceOrder(start, range, row);
  }
}
