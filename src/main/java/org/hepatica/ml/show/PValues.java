package org.hepatica.ml.show;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;

/** P values as R's {@code format.pval()} writes them. */
final class PValues {

  private static final double LEAST = Math.ulp(1.0);
  private static final double LEAST_FIXED = 1e-4;
  private static final double LEAST_FIXED_OF_ONE_DIGIT = 1e-3;

  private PValues() {}

  static String format(double p, int digits) {
    return format(new double[] {p}, digits).get(0);
  }

  static List<String> format(double[] values, int digits) {
    String[] texts = new String[values.length];
    Arrays.fill(texts, Digits.NONE);
    double fixed = digits > 1 ? LEAST_FIXED : LEAST_FIXED_OF_ONE_DIGIT;
    fill(texts, values, digits, p -> p >= fixed);
    fill(texts, values, digits, p -> p >= LEAST && p < fixed);
    int widest =
        Arrays.stream(texts)
            .filter(t -> !t.equals(Digits.NONE))
            .mapToInt(String::length)
            .max()
            .orElse(0);
    String below = widest > 6 ? "< " : "<";
    for (int i = 0; i < texts.length; i++) {
      if (values[i] < LEAST) {
        texts[i] = below + Digits.format(LEAST, Math.max(1, digits - 2));
      }
    }
    return List.of(texts);
  }

  /** Those of a size share their decimals. */
  private static void fill(String[] texts, double[] values, int digits, DoublePredicate wanted) {
    List<String> formatted = Digits.format(Arrays.stream(values).filter(wanted).toArray(), digits);
    int next = 0;
    for (int i = 0; i < texts.length; i++) {
      if (wanted.test(values[i])) {
        texts[i] = formatted.get(next++);
      }
    }
  }
}
