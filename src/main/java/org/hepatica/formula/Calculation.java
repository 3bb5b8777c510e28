package org.hepatica.formula;

import java.util.function.DoubleBinaryOperator;

/** Operations on two numbers, NaN for R's NA: TRUE is 1, FALSE 0. */
enum Calculation {
  ADD((a, b) -> a + b),
  SUBTRACT((a, b) -> a - b),
  MULTIPLY((a, b) -> a * b),
  DIVIDE((a, b) -> a / b),
  POWER(Calculation::power),
  MODULO((a, b) -> a - Math.floor(a / b) * b),
  WHOLE((a, b) -> Math.floor(a / b)),
  LESS((a, b) -> truth(a, b, a < b)),
  MORE((a, b) -> truth(a, b, a > b)),
  AT_MOST((a, b) -> truth(a, b, a <= b)),
  AT_LEAST((a, b) -> truth(a, b, a >= b)),
  EQUAL((a, b) -> truth(a, b, a == b)),
  DIFFERENT((a, b) -> truth(a, b, a != b)),
  AND(Calculation::and),
  OR(Calculation::or),
  LOG_TO_BASE((a, b) -> Math.log(a) / Math.log(b));

  private final DoubleBinaryOperator operator;

  Calculation(DoubleBinaryOperator operator) {
    this.operator = operator;
  }

  static Calculation of(Operator operator) {
    return switch (operator) {
      case PLUS -> ADD;
      case MINUS -> SUBTRACT;
      case TIMES -> MULTIPLY;
      case OVER -> DIVIDE;
      case COLON, IN -> throw new IllegalArgumentException("no calculation: " + operator);
      default -> valueOf(operator.name());
    };
  }

  double apply(double a, double b) {
    return operator.applyAsDouble(a, b);
  }

  private static double truth(double a, double b, boolean holds) {
    return Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : holds ? 1 : 0;
  }

  /** 1 to any power is 1, and so is anything to the power 0, even when missing. */
  private static double power(double base, double exponent) {
    if (exponent == 2) {
      return base * base;
    }
    return base == 1 ? 1 : Math.pow(base, exponent);
  }

  private static double and(double a, double b) {
    if (a == 0 || b == 0) {
      return 0;
    }
    return Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : 1;
  }

  private static double or(double a, double b) {
    if (!Double.isNaN(a) && a != 0 || !Double.isNaN(b) && b != 0) {
      return 1;
    }
    return Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : 0;
  }
}
