package org.hepatica.formula;

import java.util.Arrays;
import java.util.Optional;

/** R's binary operators, with their precedence and the spaces that R prints around them. */
public enum Operator {
  OR("|", 1, " | "),
  AND("&", 2, " & "),
  EQUAL("==", 4, " == "),
  DIFFERENT("!=", 4, " != "),
  LESS("<", 4, " < "),
  MORE(">", 4, " > "),
  AT_MOST("<=", 4, " <= "),
  AT_LEAST(">=", 4, " >= "),
  PLUS("+", 5, " + "),
  MINUS("-", 5, " - "),
  TIMES("*", 6, " * "),
  OVER("/", 6, "/"),
  IN("%in%", 7, " %in% "),
  MODULO("%%", 7, "%%"),
  WHOLE("%/%", 7, "%/%"),
  COLON(":", 8, ":"),
  POWER("^", 10, "^");

  static final int NOT_PRECEDENCE = 3;
  static final int SIGN_PRECEDENCE = 9;

  private final String symbol;
  private final int precedence;
  private final String printed;

  Operator(String symbol, int precedence, String printed) {
    this.symbol = symbol;
    this.precedence = precedence;
    this.printed = printed;
  }

  static Optional<Operator> of(Token token) {
    return Arrays.stream(values()).filter(operator -> token.is(operator.symbol)).findFirst();
  }

  /** As typed. */
  public String symbol() {
    return symbol;
  }

  String printed() {
    return printed;
  }

  int precedence() {
    return precedence;
  }

  boolean isComparison() {
    return precedence == EQUAL.precedence;
  }

  /** What the right operand must bind as strongly as: a^b^c is a^(b^c), the others go leftwards. */
  int rightPrecedence() {
    return this == POWER ? precedence : precedence + 1;
  }
}
