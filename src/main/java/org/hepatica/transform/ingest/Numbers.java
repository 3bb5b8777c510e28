package org.hepatica.transform.ingest;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as people and spreadsheets write them: {@code 12}, {@code -0.5}, {@code 1,234.5}, {@code
 * 1e3}; with a decimal comma {@code 1.234,5}. Thousands are parted by the other sign, an apostrophe
 * or a space that does not break, always in threes.
 */
final class Numbers {

  /** The usual decimal sign. */
  static final char POINT = '.';

  private static final String UNBROKEN = "\u00A0\u2007\u202F\u2009'\u2019";
  private static final Pattern WITH_POINT = pattern('.', ',');
  private static final Pattern WITH_COMMA = pattern(',', '.');
  private static final Pattern GROUP_SIGNS = Pattern.compile("[" + UNBROKEN + "]");
  private static final int LONGEST = 64;

  private Numbers() {}

  /** The number with a decimal point, or empty when the text is none. */
  static Optional<BigDecimal> parse(String text) {
    return parse(text, POINT);
  }

  /**
   * The number, or empty when the text is none.
   *
   * @param decimal a point or a comma
   */
  static Optional<BigDecimal> parse(String text, char decimal) {
    Pattern pattern = decimal == POINT ? WITH_POINT : WITH_COMMA;
    if (text.length() > LONGEST
        || text.chars().noneMatch(c -> c >= '0' && c <= '9')
        || !pattern.matcher(text).matches()) {
      return Optional.empty();
    }
    String group = decimal == POINT ? "," : ".";
    String bare = GROUP_SIGNS.matcher(text.replace(group, "")).replaceAll("");
    try {
      return Optional.of(new BigDecimal(bare.replace(decimal, POINT)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Whether a text has nothing in it but what a number with a decimal point needs. */
  static boolean isPlain(String text) {
    return text.chars().noneMatch(c -> c == ',' || c == '\'' || c > '~');
  }

  /** Thousands are parted by one and the same sign throughout. */
  private static Pattern pattern(char decimal, char group) {
    return Pattern.compile(
        "[+-]?(\\d+|\\d{1,3}(?:(["
            + group
            + UNBROKEN
            + "])\\d{3}(?:\\2\\d{3})*))?(\\"
            + decimal
            + "\\d*)?([eE][+-]?\\d{1,3})?");
  }

  /** The whole number, or empty when there is a fraction or too many digits. */
  static Optional<Integer> whole(BigDecimal number) {
    try {
      return Optional.of(number.intValueExact());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }
}
