package org.hepatica.transform.ingest;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people write them: {@code 12}, {@code -0.5}, {@code 1,234.5}, {@code 1e3}. */
final class Numbers {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+|\\d{1,3}(,\\d{3})+)?(\\.\\d*)?([eE][+-]?\\d{1,3})?");
  private static final int LONGEST = 64;

  private Numbers() {}

  /** The number, or empty when the text is none. */
  static Optional<BigDecimal> parse(String text) {
    if (text.length() > LONGEST
        || text.chars().noneMatch(c -> c >= '0' && c <= '9')
        || !NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(text.replace(",", "")));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
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
