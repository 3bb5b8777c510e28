package org.hepatica.survival.cox;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Rows that share few different sets of covariates and offset, as counted subjects do. Immutable;
 * arrays are not copied.
 *
 * @param of by row of the data, which set it has
 * @param row by set, the first row that has it
 */
record RowPatterns(int[] of, int[] row) {

  private static final int MOST = 1 << 14;

  /** So many rows a set are worth working set by set. */
  private static final int ROWS_A_PATTERN = 8;

  /** The sets of some rows; empty where they are nearly as many as rows. */
  static Optional<RowPatterns> of(CoxData data) {
    int most = Math.min(MOST, data.size() / ROWS_A_PATTERN);
    Map<Row, Integer> known = new HashMap<>();
    int[] of = new int[data.size()];
    int[] row = new int[most];
    for (int i = 0; i < of.length; i++) {
      if (i > 0 && alike(data, i - 1, i)) {
        of[i] = of[i - 1];
        continue;
      }
      Integer number = known.get(new Row(data, i));
      if (number == null) {
        number = known.size();
        if (number == most) {
          return Optional.empty();
        }
        known.put(new Row(data, i), number);
        row[number] = i;
      }
      of[i] = number;
    }
    return Optional.of(new RowPatterns(of, Arrays.copyOf(row, known.size())));
  }

  private static boolean alike(CoxData data, int a, int b) {
    for (int j = 0; j < data.names().size(); j++) {
      if (data.value(a, j) != data.value(b, j)) {
        return false;
      }
    }
    return data.offset(a) == data.offset(b);
  }

  /** A row as a key. */
  private record Row(CoxData data, int number) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Row row && alike(data, number, row.number);
    }

    @Override
    public int hashCode() {
      int hash = Double.hashCode(data.offset(number) + 0.0);
      for (int j = 0; j < data.names().size(); j++) {
        hash = 31 * hash + Double.hashCode(data.value(number, j) + 0.0);
      }
      return hash;
    }
  }

  int size() {
    return row.length;
  }
}
