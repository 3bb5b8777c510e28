package org.hepatica.ml.collapse;

import java.util.Arrays;

/**
 * Small codes for the distinct values of a column, given in the order they are met. Small natural
 * numbers, the usual case, are looked up in a table; all others by open addressing.
 */
final class Levels {

  private static final int NONE = -1;
  private static final int FIRST_TABLE = 64;

  private final int most;
  private final int mostInTable;
  private int[] table = filled(FIRST_TABLE);
  private double[] keys = new double[FIRST_TABLE];
  private int[] codes = filled(FIRST_TABLE);
  private int hashed;
  private double[] values = new double[FIRST_TABLE];
  private int size;

  /**
   * @param most values it may have
   * @param mostInTable natural numbers below this are looked up directly
   */
  Levels(int most, int mostInTable) {
    this.most = most;
    this.mostInTable = mostInTable;
  }

  /** The code of a value that is not NaN; -1 when it would be one value too many. */
  int code(double value) {
    int natural = (int) value;
    if (natural == value && natural >= 0 && natural < table.length) {
      int code = table[natural];
      return code != NONE ? code : (table[natural] = next(value));
    }
    return rare(value, natural);
  }

  /**
   * The codes of values that have all been met and are looked up directly.
   *
   * @param to filled with the codes of the first n values
   * @return false where any is missing, new, or no small natural number: ask {@link #code} then
   */
  boolean known(double[] values, int n, int[] to) {
    int[] own = table;
    for (int i = 0; i < n; i++) {
      double value = values[i];
      int natural = (int) value;
      // As one comparison: a negative number is a large one without its sign.
      if (natural != value || Integer.compareUnsigned(natural, own.length) >= 0) {
        return false;
      }
      to[i] = own[natural];
    }
    return noneBelowZero(to, n);
  }

  /** The same of values that are whole numbers already. */
  boolean known(int[] values, int n, int[] to) {
    int[] own = table;
    for (int i = 0; i < n; i++) {
      if (Integer.compareUnsigned(values[i], own.length) >= 0) {
        return false;
      }
      to[i] = own[values[i]];
    }
    return noneBelowZero(to, n);
  }

  private static boolean noneBelowZero(int[] codes, int n) {
    int any = 0;
    for (int i = 0; i < n; i++) {
      any |= codes[i];
    }
    return any >= 0;
  }

  private int rare(double value, int natural) {
    if (natural == value && natural >= 0 && natural < mostInTable) {
      int before = table.length;
      table = Arrays.copyOf(table, Math.min(mostInTable, Integer.highestOneBit(natural) << 1));
      Arrays.fill(table, before, table.length, NONE);
      return code(value);
    }
    return hashed(value);
  }

  private int hashed(double value) {
    if (2 * hashed >= keys.length) {
      rehash();
    }
    // Negative and positive zero are one value.
    double key = value + 0.0;
    int place = place(key);
    if (codes[place] == NONE) {
      int code = next(key);
      if (code == NONE) {
        return NONE;
      }
      codes[place] = code;
      keys[place] = key;
      hashed++;
    }
    return codes[place];
  }

  private int place(double key) {
    long bits = Double.doubleToLongBits(key) * 0x9E3779B97F4A7C15L;
    int place = (int) (bits >>> 40) & keys.length - 1;
    while (codes[place] != NONE && keys[place] != key) {
      place = place + 1 & keys.length - 1;
    }
    return place;
  }

  private void rehash() {
    double[] oldKeys = keys;
    int[] oldCodes = codes;
    keys = new double[2 * oldKeys.length];
    codes = filled(2 * oldKeys.length);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCodes[i] != NONE) {
        int place = place(oldKeys[i]);
        keys[place] = oldKeys[i];
        codes[place] = oldCodes[i];
      }
    }
  }

  private int next(double value) {
    if (size == most) {
      return NONE;
    }
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size] = value;
    return size++;
  }

  /** How many values have a code. */
  int size() {
    return size;
  }

  /** The value of a code. */
  double value(int code) {
    return values[code];
  }

  /** The values by code. */
  double[] values() {
    return Arrays.copyOf(values, size);
  }

  private static int[] filled(int length) {
    int[] array = new int[length];
    Arrays.fill(array, NONE);
    return array;
  }
}
