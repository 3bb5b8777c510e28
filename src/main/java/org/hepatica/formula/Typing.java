package org.hepatica.formula;

import java.util.ArrayList;
import java.util.List;

/** Tells what a variable's expression yields and refuses what cannot be evaluated. */
final class Typing {

  private static final List<String> WRAPPERS = List.of("I", "factor");
  private static final List<String> SPECIALS = List.of("strata", "cluster", "offset");

  private final String source;
  private final Schema schema;

  Typing(String source, Schema schema) {
    this.source = source;
    this.schema = schema;
  }

  ValueType of(Expression expression) {
    if (expression instanceof Expression.Name name) {
      return ofColumn(name);
    } else if (expression instanceof Expression.Text) {
      return ValueType.TEXT;
    } else if (expression instanceof Expression.Truth) {
      return ValueType.TRUTH;
    } else if (expression instanceof Expression.Number) {
      return ValueType.NUMBER;
    } else if (expression instanceof Expression.Group group) {
      return of(group.inner());
    } else if (expression instanceof Expression.Prefix prefix) {
      numeric(prefix.operand());
      return prefix.symbol() == '!' ? ValueType.TRUTH : ValueType.NUMBER;
    } else if (expression instanceof Expression.Binary binary) {
      return ofBinary(binary);
    }
    return ofCall((Expression.Call) expression);
  }

  private ValueType ofColumn(Expression.Name name) {
    return switch (schema.type(source, name)) {
      case NUMERIC, INTEGER -> ValueType.NUMBER;
      case TEXT -> ValueType.TEXT;
      case BOOLEAN -> ValueType.TRUTH;
    };
  }

  private ValueType ofBinary(Expression.Binary binary) {
    switch (binary.operator()) {
      case COLON ->
          throw refused(
              binary.span(),
              "':' is no arithmetic",
              "an interaction stands outside of functions and comparisons");
      case IN -> new Membership(source).check(binary, of(binary.left()));
      case EQUAL, DIFFERENT -> sameKind(binary);
      default -> {
        numeric(binary.left());
        numeric(binary.right());
      }
    }
    boolean arithmetic = binary.operator().precedence() > Operator.EQUAL.precedence();
    return arithmetic && binary.operator() != Operator.IN ? ValueType.NUMBER : ValueType.TRUTH;
  }

  private void sameKind(Expression.Binary binary) {
    ValueType left = of(binary.left());
    ValueType right = of(binary.right());
    if (left != ValueType.TEXT && right != ValueType.TEXT) {
      numeric(binary.left());
      numeric(binary.right());
      return;
    }
    boolean literal =
        binary.left() instanceof Expression.Text || binary.right() instanceof Expression.Text;
    boolean column =
        binary.left() instanceof Expression.Name || binary.right() instanceof Expression.Name;
    if (!literal || !column || left != right) {
      throw refused(
          binary.span(),
          "a text column is compared with a text",
          "expected a comparison as sex == \"male\"");
    }
  }

  private void numeric(Expression operand) {
    ValueType type = of(operand);
    if (!type.isNumeric()) {
      throw refused(
          operand.span(),
          "'" + operand.span().of(source) + "' is " + type.words() + ", not numeric",
          "expected numbers; a text is compared as in I(sex == \"male\")");
    }
  }

  private ValueType ofCall(Expression.Call call) {
    if (SPECIALS.contains(call.function())) {
      throw refused(
          call.span(),
          call.function() + "() inside another function",
          "it stands alone: + " + call.function() + "(...); a comparison stands in I()");
    }
    if (WRAPPERS.contains(call.function())) {
      return ofWrapper(call);
    }
    if (MathFunction.named(call.function()).isEmpty()) {
      throw refused(
          call.named(),
          call.function() + "() is not supported",
          Suggestion.andAll(call.function(), "functions", functions()));
    }
    boolean base = call.function().equals("log") && call.arguments().size() == 2;
    arguments(call, base ? 2 : 1, base ? "base" : "");
    call.arguments().forEach(argument -> numeric(argument.value()));
    return ValueType.NUMBER;
  }

  private ValueType ofWrapper(Expression.Call call) {
    arguments(call, 1, "");
    ValueType inner = of(call.first());
    if (call.function().equals("I")) {
      return inner;
    }
    return ValueType.FACTOR;
  }

  /** The count of arguments; only the last may have a name. */
  private void arguments(Expression.Call call, int count, String lastName) {
    boolean named =
        call.arguments().stream().anyMatch(a -> !a.name().isEmpty() && !a.name().equals(lastName));
    if (call.arguments().size() != count || named) {
      throw refused(call.span(), call.function() + "() with other arguments", remedy(call));
    }
  }

  private static String remedy(Expression.Call call) {
    return switch (call.function()) {
      case "log" -> "expected log(x) or log(x, base)";
      case "I" -> "expected I(x); a comparison is written ==, as I(stage == \"II\")";
      default -> "expected " + call.function() + "(x)";
    };
  }

  private static List<String> functions() {
    List<String> all = new ArrayList<>(WRAPPERS);
    all.addAll(MathFunction.names());
    all.addAll(SPECIALS);
    return all;
  }

  private FormulaException refused(Span span, String problem, String remedy) {
    return FormulaException.at(source, span, problem, remedy);
  }
}
