package org.hepatica.formula;

import java.util.List;

/** The syntax tree of the right side of a formula, parentheses kept. Immutable. */
public sealed interface Expression {

  /** Where it stands in the formula. */
  Span span();

  /**
   * A column, or {@code .} for all other columns.
   *
   * @param name without backticks
   */
  record Name(String name, Span span) implements Expression {}

  /** A number. */
  record Number(double value, Span span) implements Expression {}

  /** A text in quotes. */
  record Text(String value, Span span) implements Expression {}

  /** TRUE or FALSE. */
  record Truth(boolean value, Span span) implements Expression {}

  /** A sign or a negation: {@code -x}, {@code +x}, {@code !x}. */
  record Prefix(char symbol, Expression operand, Span span) implements Expression {}

  /** Two operands. */
  record Binary(Operator operator, Expression left, Expression right, Span span)
      implements Expression {}

  /** Parentheses. */
  record Group(Expression inner, Span span) implements Expression {}

  /**
   * A function's call.
   *
   * @param named the span of the function's name
   */
  record Call(String function, List<Argument> arguments, Span named, Span span)
      implements Expression {

    /** An immutable copy. */
    public Call {
      arguments = List.copyOf(arguments);
    }

    Expression first() {
      return arguments.get(0).value();
    }
  }

  /**
   * An argument of a call.
   *
   * @param name empty where it is not named
   */
  record Argument(String name, Expression value) {}
}
