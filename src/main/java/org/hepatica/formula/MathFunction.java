package org.hepatica.formula;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** Functions of one number. */
enum MathFunction {
  LOG(Math::log),
  LOG2(MathFunction::log2),
  LOG10(Math::log10),
  EXP(Math::exp),
  SQRT(Math::sqrt),
  ABS(Math::abs);

  private final DoubleUnaryOperator operator;

  MathFunction(DoubleUnaryOperator operator) {
    this.operator = operator;
  }

  static Optional<MathFunction> named(String name) {
    return Arrays.stream(values()).filter(function -> function.text().equals(name)).findFirst();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(MathFunction::text).toList();
  }

  double apply(double x) {
    return operator.applyAsDouble(x);
  }

  private String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Exact at powers of two, as C's. */
  private static double log2(double x) {
    if (!(x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE)) {
      return Math.log(x) / Math.log(2);
    }
    int exponent = Math.getExponent(x * Math.sqrt(2) <= Double.MAX_VALUE ? x * Math.sqrt(2) : x);
    return exponent + Math.log(Math.scalb(x, -exponent)) / Math.log(2);
  }
}
