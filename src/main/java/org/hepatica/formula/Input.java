package org.hepatica.formula;

import java.io.Serializable;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * A column that a row carries: a number, 0 or 1 for a boolean, the place among {@code texts} for a
 * text; NaN for a missing value.
 *
 * @param texts the column's texts in C-locale order; empty unless it is text
 */
public record Input(String column, ColumnType type, List<String> texts) implements Serializable {

  /** Order by code point, which is that of UTF-8 bytes; Java's own differs beyond U+FFFF. */
  static final Comparator<String> C_LOCALE = Input::compare;

  /** An immutable copy. */
  public Input {
    texts = List.copyOf(texts);
  }

  /** What stands for a text in a row; -1 for one that is not known, NaN for null. */
  public double placeOf(String text) {
    return text == null
        ? Double.NaN
        : Math.max(-1, Collections.binarySearch(texts, text, C_LOCALE));
  }

  private static int compare(String a, String b) {
    int shared = Math.min(a.length(), b.length());
    for (int i = 0; i < shared; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean same = Character.isSurrogate(x) == Character.isSurrogate(y);
        return same ? Character.compare(x, y) : Character.isSurrogate(x) ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
