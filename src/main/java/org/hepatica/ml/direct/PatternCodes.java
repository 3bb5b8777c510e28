package org.hepatica.ml.direct;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Columns of few values as one: a byte a row, which of their patterns it has. Immutable; arrays are
 * not copied.
 *
 * @param code of each row, 0 to 255 as a byte
 * @param values by column, then by code; null for a column that is not among them
 */
record PatternCodes(byte[] code, double[][] values) implements Serializable {

  private static final int MOST_LEVELS = 16;
  private static final int MOST_PATTERNS = 256;

  /** How many codes there are. */
  int patterns() {
    return Arrays.stream(values).filter(v -> v != null).mapToInt(v -> v.length).max().orElse(0);
  }

  /** A column's levels and each row's number among them. */
  private record Levels(int column, double[] values, byte[] number) {}

  /**
   * The codes of as many columns as there is room for, those of the fewest values first.
   *
   * @param design how many of the columns to look at, the first ones
   */
  static PatternCodes of(PackedColumn[] columns, int design, int rows) {
    List<Levels> few =
        IntStream.range(0, design)
            .mapToObj(j -> levels(columns[j], j, rows))
            .filter(levels -> levels != null)
            .sorted(Comparator.comparingInt(levels -> levels.values.length))
            .toList();
    byte[] code = new byte[rows];
    double[][] values = new double[columns.length][];
    int patterns = 1;
    for (Levels levels : few) {
      int n = levels.values.length;
      if (patterns * n <= MOST_PATTERNS) {
        for (int i = 0; i < rows; i++) {
          code[i] += (byte) (levels.number[i] * patterns);
        }
        widen(values, patterns, n);
        double[] own = new double[patterns * n];
        for (int c = 0; c < own.length; c++) {
          own[c] = levels.values[c / patterns];
        }
        values[levels.column] = own;
        patterns *= n;
      }
    }
    return new PatternCodes(code, values);
  }

  private static void widen(double[][] values, int patterns, int times) {
    for (int j = 0; j < values.length; j++) {
      double[] narrow = values[j];
      if (narrow != null) {
        values[j] = new double[patterns * times];
        Arrays.setAll(values[j], c -> narrow[c % patterns]);
      }
    }
  }

  private static Levels levels(PackedColumn column, int number, int rows) {
    byte[] bytes = column.bytes();
    if (bytes == null) {
      return null;
    }
    boolean[] present = new boolean[256];
    for (byte b : bytes) {
      present[b & 0xff] = true;
    }
    int[] found = IntStream.range(0, 256).filter(b -> present[b]).toArray();
    if (found.length > MOST_LEVELS) {
      return null;
    }
    byte[] place = new byte[256];
    for (int l = 0; l < found.length; l++) {
      place[found[l]] = (byte) l;
    }
    byte[] numbers = new byte[rows];
    for (int i = 0; i < rows; i++) {
      numbers[i] = place[bytes[i] & 0xff];
    }
    return new Levels(number, Arrays.stream(found).mapToDouble(b -> (byte) b).toArray(), numbers);
  }
}
