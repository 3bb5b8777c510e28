package org.hepatica.formula;

/**
 * A word of a formula.
 *
 * @param text a name without its backticks, a string without its quotes and escapes, else as typed
 */
record Token(Kind kind, String text, Span span) {

  enum Kind {
    NAME,
    QUOTED_NAME,
    NUMBER,
    STRING,
    SYMBOL,
    END
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean isName() {
    return kind == Kind.NAME || kind == Kind.QUOTED_NAME;
  }
}
