package org.hepatica.formula;

/** What an expression yields. */
enum ValueType {
  NUMBER("numeric"),
  TRUTH("true or false"),
  TEXT("text"),
  FACTOR("a factor");

  private final String words;

  ValueType(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** R computes with TRUE as 1 and FALSE as 0. */
  boolean isNumeric() {
    return this == NUMBER || this == TRUTH;
  }
}
