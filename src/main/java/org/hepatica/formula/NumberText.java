package org.hepatica.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as R prints them: 15 significant digits at most, an exponent only where shorter. */
public final class NumberText {

  private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

  private NumberText() {}

  /** As R prints a number of type integer, which never takes an exponent below 2^53. */
  public static String ofInteger(double value) {
    return value == Math.rint(value) && Math.abs(value) < 0x1p53
        ? Long.toString((long) value)
        : of(value);
  }

  /** As R prints a number. */
  public static String of(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Inf" : "-Inf";
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal rounded = exact.round(DIGITS).stripTrailingZeros();
    String scientific = scientific(rounded);
    int decimals = Math.max(0, rounded.scale());
    String fixed = exact.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    return fixed.length() <= scientific.length() ? fixed : scientific;
  }

  private static String scientific(BigDecimal number) {
    String digits = number.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - number.scale();
    String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    String sign = number.signum() < 0 ? "-" : "";
    return "%s%s%se%s%02d"
        .formatted(sign, digits.charAt(0), fraction, exponent < 0 ? "-" : "+", Math.abs(exponent));
  }
}
