package org.hepatica.ml.collapse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers for the combinations of codes that occur: column after column, the pair of what was so
 * far and the next code leads to a number. A table a column, no hashing, no object a row.
 */
final class Patterns {

  private static final int NONE = -1;

  /** Cells of all tables together: 256 MB a partition. */
  private static final int MOST_CELLS = 1 << 26;

  private final int most;
  private final int columns;
  private final int[][] next;
  private final int[] width;
  private final List<List<int[]>> met;
  private long cells;

  /**
   * @param columns how many codes make a pattern
   * @param most patterns there may be
   */
  Patterns(int columns, int most) {
    this.columns = columns;
    this.most = most;
    next = new int[columns][];
    width = new int[columns];
    met = new ArrayList<>();
    for (int j = 0; j < columns; j++) {
      width[j] = 8;
      next[j] = filled(64);
      cells += next[j].length;
      met.add(new ArrayList<>());
    }
  }

  /** The number of a prefix and the next code; -1 when it would be one pattern too many. */
  int step(int column, int prefix, int code) {
    if (code >= width[column] && !widen(column, code)) {
      return NONE;
    }
    int place = prefix * width[column] + code;
    int[] table = next[column];
    if (place < table.length && table[place] != NONE) {
      return table[place];
    }
    return add(column, prefix, code);
  }

  private int add(int column, int prefix, int code) {
    List<int[]> known = met.get(column);
    if (known.size() == most || (prefix + 1L) * width[column] > MOST_CELLS) {
      return NONE;
    }
    int place = prefix * width[column] + code;
    if (place >= next[column].length) {
      int before = next[column].length;
      int length = Math.max(place + width[column], 2 * before);
      if (!hasRoom(column, length)) {
        return NONE;
      }
      next[column] = Arrays.copyOf(next[column], length);
      Arrays.fill(next[column], before, length, NONE);
      cells += length - before;
    }
    known.add(new int[] {prefix, code});
    return next[column][place] = known.size() - 1;
  }

  private boolean hasRoom(int column, long length) {
    return cells - next[column].length + length <= MOST_CELLS;
  }

  /** Makes room for a code; false when the table would be too large. */
  private boolean widen(int column, int code) {
    int wider = Math.max(2 * width[column], Integer.highestOneBit(code) << 1);
    long length = (column == 0 ? 1L : met.get(column - 1).size()) * wider;
    if (!hasRoom(column, length)) {
      return false;
    }
    cells += length - next[column].length;
    int[] table = filled((int) length);
    List<int[]> known = met.get(column);
    for (int number = 0; number < known.size(); number++) {
      int[] pair = known.get(number);
      table[pair[0] * wider + pair[1]] = number;
    }
    next[column] = table;
    width[column] = wider;
    return true;
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
