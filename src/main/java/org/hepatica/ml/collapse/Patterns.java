package org.hepatica.ml.collapse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers for the combinations of codes that occur: column after column, the pair of what was so
 * far and the next code leads to a number. A table a column while that is small, no hashing and no
 * object a row; where most of a table would be empty, the pairs that occur by open addressing.
 */
final class Patterns {

  private static final int NONE = -1;

  /** Cells of a column's table: 4 MB. */
  private static final int MOST_CELLS = 1 << 20;

  private final int most;
  private final int columns;
  private final int[][] next;
  private final int[] width;
  private final PairNumbers[] sparse;
  private final List<List<int[]>> met;

  /**
   * @param columns how many codes make a pattern
   * @param most patterns there may be
   */
  Patterns(int columns, int most) {
    this.columns = columns;
    this.most = most;
    next = new int[columns][];
    width = new int[columns];
    sparse = new PairNumbers[columns];
    met = new ArrayList<>();
    for (int j = 0; j < columns; j++) {
      width[j] = 8;
      next[j] = filled(64);
      met.add(new ArrayList<>());
    }
  }

  /** The number of a prefix and the next code; -1 when it would be one pattern too many. */
  int step(int column, int prefix, int code) {
    int[] table = next[column];
    if (table == null) {
      return sparseStep(column, prefix, code);
    }
    if (code >= width[column]) {
      widen(column, code);
      return step(column, prefix, code);
    }
    int place = prefix * width[column] + code;
    if (place < table.length && table[place] != NONE) {
      return table[place];
    }
    return add(column, prefix, code);
  }

  /**
   * Steps many on by a column, where all pairs have been met.
   *
   * @param numbers of the prefixes; stepped on
   * @param codes the next code of each
   * @return false where any is new or has no table: numbers are nothing then
   */
  boolean known(int column, int[] numbers, int[] codes, int n) {
    int[] table = next[column];
    if (table == null) {
      return false;
    }
    int own = width[column];
    int worst = 0;
    for (int i = 0; i < n; i++) {
      int place = numbers[i] * own + codes[i];
      if (codes[i] >= own || Integer.compareUnsigned(place, table.length) >= 0) {
        return false;
      }
      numbers[i] = table[place];
      worst |= numbers[i];
    }
    return worst >= 0;
  }

  private int sparseStep(int column, int prefix, int code) {
    int number = sparse[column].number(prefix, code);
    if (number == NONE && met.get(column).size() < most) {
      number = remember(column, prefix, code);
      sparse[column].put(prefix, code, number);
    }
    return number;
  }

  private int add(int column, int prefix, int code) {
    if (met.get(column).size() == most) {
      return NONE;
    }
    int place = prefix * width[column] + code;
    if (place >= next[column].length) {
      int before = next[column].length;
      int length = Math.max(place + width[column], 2 * before);
      if (length > MOST_CELLS) {
        thin(column);
        return sparseStep(column, prefix, code);
      }
      next[column] = Arrays.copyOf(next[column], length);
      Arrays.fill(next[column], before, length, NONE);
    }
    return next[column][place] = remember(column, prefix, code);
  }

  private int remember(int column, int prefix, int code) {
    met.get(column).add(new int[] {prefix, code});
    return met.get(column).size() - 1;
  }

  /** Makes room for a code. */
  private void widen(int column, int code) {
    int wider = Math.max(2 * width[column], Integer.highestOneBit(code) << 1);
    long length = (column == 0 ? 1L : met.get(column - 1).size()) * wider;
    if (length > MOST_CELLS) {
      thin(column);
      return;
    }
    int[] table = filled((int) length);
    List<int[]> known = met.get(column);
    for (int number = 0; number < known.size(); number++) {
      int[] pair = known.get(number);
      table[pair[0] * wider + pair[1]] = number;
    }
    next[column] = table;
    width[column] = wider;
  }

  /** From a table to the pairs that occur. */
  private void thin(int column) {
    PairNumbers pairs = new PairNumbers();
    List<int[]> known = met.get(column);
    for (int number = 0; number < known.size(); number++) {
      pairs.put(known.get(number)[0], known.get(number)[1], number);
    }
    sparse[column] = pairs;
    next[column] = null;
  }

  /** How many patterns there are; 1 without columns. */
  int size() {
    return columns == 0 ? 1 : met.get(columns - 1).size();
  }

  /** The codes of a pattern. */
  int[] codes(int pattern) {
    int[] codes = new int[columns];
    int number = pattern;
    for (int j = columns - 1; j >= 0; j--) {
      int[] pair = met.get(j).get(number);
      codes[j] = pair[1];
      number = pair[0];
    }
    return codes;
  }

  private static int[] filled(int length) {
    int[] array = new int[length];
    Arrays.fill(array, NONE);
    return array;
  }
}
