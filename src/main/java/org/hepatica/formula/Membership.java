package org.hepatica.formula;

import java.util.List;

/** {@code x %in% c(...)}: the values on the right are written out. */
final class Membership {

  private final String source;

  Membership(String source) {
    this.source = source;
  }

  void check(Expression.Binary in, ValueType left) {
    boolean text = left == ValueType.TEXT;
    for (Expression value : values(in)) {
      boolean same = text ? value instanceof Expression.Text : number(value) != null;
      if (left == ValueType.FACTOR || !same) {
        throw FormulaException.at(
            source,
            in.span(),
            "%in% looks for " + (text ? "texts" : "numbers") + " in a list of them",
            "expected stage %in% c(\"II\", \"III\") or nodes %in% c(0, 1)");
      }
    }
    if (text && !(in.left() instanceof Expression.Name)) {
      throw FormulaException.at(
          source, in.left().span(), "%in% looks up a column's texts", "expected a column");
    }
  }

  List<Expression> values(Expression.Binary in) {
    boolean list = in.right() instanceof Expression.Call call && call.function().equals("c");
    return list
        ? ((Expression.Call) in.right())
            .arguments().stream().map(Expression.Argument::value).toList()
        : List.of(in.right());
  }

  /** The number that is written out, null if none is. */
  static Double number(Expression value) {
    if (value instanceof Expression.Number number) {
      return number.value();
    }
    boolean negative =
        value instanceof Expression.Prefix prefix
            && prefix.symbol() == '-'
            && prefix.operand() instanceof Expression.Number;
    return negative ? -((Expression.Number) ((Expression.Prefix) value).operand()).value() : null;
  }
}
