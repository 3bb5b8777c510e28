package org.hepatica.ml.collapse;

import java.util.Arrays;

/** Numbers of pairs of codes, by open addressing. */
final class PairNumbers {

  private static final int NONE = -1;
  private static final int FIRST = 1 << 12;

  private long[] keys = new long[FIRST];
  private int[] numbers = filled(FIRST);
  private int size;

  /** The number of a pair; -1 where it has none. */
  int number(int prefix, int code) {
    return numbers[place(key(prefix, code))];
  }

  /** Gives a pair that has none a number, at least 0. */
  void put(int prefix, int code, int number) {
    if (2 * ++size > keys.length) {
      grow();
    }
    int place = place(key(prefix, code));
    keys[place] = key(prefix, code);
    numbers[place] = number;
  }

  private static long key(int prefix, int code) {
    return (long) prefix << Integer.SIZE | code;
  }

  private int place(long key) {
    int place = (int) (key * 0x9E3779B97F4A7C15L >>> 33) & keys.length - 1;
    while (numbers[place] != NONE && keys[place] != key) {
      place = place + 1 & keys.length - 1;
    }
    return place;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[2 * oldKeys.length];
    numbers = filled(keys.length);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldNumbers[i] != NONE) {
        int place = place(oldKeys[i]);
        keys[place] = oldKeys[i];
        numbers[place] = oldNumbers[i];
      }
    }
  }

  private static int[] filled(int length) {
    int[] array = new int[length];
    Arrays.fill(array, NONE);
    return array;
  }
}
