package org.hepatica.report;

import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers as journals print them. Null and numbers that are none print as nothing or in words. */
public final class Show {

  static final String NOT_REACHED = "not reached";
  static final String NOT_ESTIMABLE = "not estimable";
  private static final double LARGEST = 1000;
  private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b");
  private static final int DIGITS = 12;

  private Show() {}

  /** A number with so many decimals. */
  public static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** A whole number, its thousands parted by commas. */
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** A whole number without decimals, another with up to three. */
  public static String plain(Double value) {
    if (value == null) {
      return "";
    }
    String text = number(value, 3).replaceAll("0+$", "").replaceAll("\\.$", "");
    return text.equals("-0") ? "0" : text;
  }

  /** {@code n = 308}, never broken over lines. */
  static String n(long value) {
    return "n\u00a0=\u00a0" + count(value);
  }

  /**
   * A P value: {@code <0.001}, three decimals below 0.01 and where two would hide the side of 0.05,
   * else two.
   */
  public static String p(Double value) {
    if (value == null) {
      return "";
    }
    if (value < 0.001) {
      return "<0.001";
    }
    if (value > 0.99) {
      return ">0.99";
    }
    return number(value, value < 0.0095 || (value >= 0.045 && value < 0.055) ? 3 : 2);
  }

  /** {@code P < 0.001}, {@code P = 0.02}; empty without a value. */
  static String pPhrase(Double value) {
    String text = p(value);
    if (text.isEmpty()) {
      return "";
    }
    char first = text.charAt(0);
    return first == '<' || first == '>' ? "P " + first + " " + text.substring(1) : "P = " + text;
  }

  /** {@code 1.39 (1.16–1.67)}. */
  static String ratio(Double value, Double low, Double high) {
    if (value == null) {
      return NOT_ESTIMABLE;
    }
    return ratio(value) + interval(low, high, Show::ratio);
  }

  private static String ratio(double value) {
    return value >= LARGEST ? ">" + (int) LARGEST : number(value, 2);
  }

  /** {@code 62% (58–66)} of shares 0-1. */
  static String share(Double value, Double low, Double high) {
    if (value == null) {
      return "";
    }
    return number(100 * value, 0) + "%" + interval(low, high, v -> number(100 * v, 0));
  }

  /** {@code 6.6 (6.0–8.3)}; a bound that is not reached has a dash. */
  static String median(Double value, Double low, Double high) {
    if (value == null) {
      return low == null ? NOT_REACHED : NOT_REACHED + " (" + number(low, 1) + "–)";
    }
    String upper = high == null ? NOT_REACHED : number(high, 1);
    return number(value, 1) + (low == null ? "" : " (" + number(low, 1) + "–" + upper + ")");
  }

  /** {@code 183 (59.4%)}. */
  static String countPercent(long count, Double percent) {
    return count(count) + (percent == null ? "" : " (" + number(percent, 1) + "%)");
  }

  /** Plain numbers with their interval, where there is one. */
  static String plain(Double value, Double low, Double high) {
    return value == null ? "" : plain(value) + interval(low, high, Show::plain);
  }

  /** The text with a capital in front. */
  public static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** {@code snake_case} as words. */
  static String words(String name) {
    return name.replace('_', ' ');
  }

  /** A text with {@code #} and 12 digits for each hash of an identifier in it. */
  public static String hashes(String text) {
    return HASH.matcher(text).replaceAll(hash -> "#" + hash.group().substring(0, DIGITS));
  }

  private static String interval(
      Double low, Double high, java.util.function.Function<Double, String> show) {
    return low == null || high == null ? "" : " (" + show.apply(low) + "–" + show.apply(high) + ")";
  }
}
