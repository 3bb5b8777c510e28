package org.hepatica.ml.show;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers as R's {@code format()} writes them: all with the same decimals, as many as the one that
 * needs most has at so many significant digits; scientific where that is shorter.
 */
final class Digits {

  /** What stands for a number that does not exist. */
  static final String NONE = "NA";

  private final int significant;
  private int decimals;
  private int mostSignificant;
  private int mostLeft = 1;
  private int exponentWidth = 2;
  private boolean negative;

  private Digits(double[] values, int significant) {
    this.significant = significant;
    Arrays.stream(values).filter(Double::isFinite).forEach(this::measure);
  }

  static List<String> format(double[] values, int significant) {
    Digits common = new Digits(values, significant);
    return Arrays.stream(values).mapToObj(common::write).toList();
  }

  static String format(double value, int significant) {
    return format(new double[] {value}, significant).get(0);
  }

  /** Rounded to decimals, as R's {@code round()}. */
  static double round(double value, int decimals) {
    return Double.isFinite(value)
        ? new BigDecimal(Double.toString(value))
            .setScale(decimals, RoundingMode.HALF_EVEN)
            .doubleValue()
        : value;
  }

  private void measure(double value) {
    BigDecimal rounded =
        new BigDecimal(value)
            .round(new MathContext(significant, RoundingMode.HALF_EVEN))
            .stripTrailingZeros();
    boolean zero = rounded.signum() == 0;
    int power = zero ? 0 : rounded.precision() - rounded.scale() - 1;
    int digits = zero ? 1 : rounded.precision();
    // Rounded up to the next power of ten only at these digits: in full it is narrower.
    boolean widened = power > 0 && Math.abs(value) < Math.pow(10, power);
    decimals = Math.max(decimals, digits - power - 1);
    mostSignificant = Math.max(mostSignificant, digits);
    mostLeft = Math.max(mostLeft, widened ? power : power + 1);
    exponentWidth = Math.max(exponentWidth, Math.abs(power) >= 100 ? 3 : 2);
    negative |= value < 0;
  }

  private boolean isFixed() {
    int sign = negative ? 1 : 0;
    int fixed = sign + mostLeft + (decimals > 0 ? decimals + 1 : 0);
    int mantissa = mostSignificant > 1 ? mostSignificant + 1 : 1;
    return fixed <= sign + mantissa + 2 + exponentWidth;
  }

  private String write(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? NONE : value > 0 ? "Inf" : "-Inf";
    }
    return isFixed()
        ? new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString()
        : scientific(value);
  }

  private String scientific(double value) {
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(mostSignificant, RoundingMode.HALF_EVEN));
    int power = value == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    String mantissa =
        rounded
            .movePointLeft(power)
            .setScale(mostSignificant - 1, RoundingMode.HALF_EVEN)
            .toPlainString();
    String exponent = Integer.toString(Math.abs(power));
    String sign = power < 0 ? "e-" : "e+";
    return mantissa + sign + "0".repeat(exponentWidth - exponent.length()) + exponent;
  }
}
