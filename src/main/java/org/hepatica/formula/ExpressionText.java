package org.hepatica.formula;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An expression as R prints it: the names of terms and columns are made of these texts. */
final class ExpressionText {

  private static final Pattern PLAIN =
      Pattern.compile("(?:\\p{L}|\\.(?![0-9]))[\\p{L}\\p{M}\\p{Nd}._]*");
  private static final Set<String> RESERVED =
      Set.of(
          "if",
          "else",
          "repeat",
          "while",
          "function",
          "for",
          "next",
          "break",
          "in",
          "TRUE",
          "FALSE",
          "NULL",
          "Inf",
          "NaN",
          "NA");

  private ExpressionText() {}

  static String of(Expression expression) {
    if (expression instanceof Expression.Name name) {
      return ofName(name.name());
    } else if (expression instanceof Expression.Number number) {
      return NumberText.of(number.value());
    } else if (expression instanceof Expression.Text text) {
      return ofText(text.value());
    } else if (expression instanceof Expression.Truth truth) {
      return truth.value() ? "TRUE" : "FALSE";
    } else if (expression instanceof Expression.Prefix prefix) {
      return prefix.symbol() + of(prefix.operand());
    } else if (expression instanceof Expression.Binary binary) {
      return of(binary.left()) + binary.operator().printed() + of(binary.right());
    } else if (expression instanceof Expression.Group group) {
      return "(" + of(group.inner()) + ")";
    }
    return ofCall((Expression.Call) expression);
  }

  private static String ofCall(Expression.Call call) {
    return call.arguments().stream()
        .map(argument -> argument.name().isEmpty() ? of(argument.value()) : named(argument))
        .collect(Collectors.joining(", ", ofName(call.function()) + "(", ")"));
  }

  private static String named(Expression.Argument argument) {
    return argument.name() + " = " + of(argument.value());
  }

  /** A column's name, in backticks where R needs them. */
  static String ofName(String name) {
    boolean plain = PLAIN.matcher(name).matches() && !RESERVED.contains(name);
    return plain ? name : "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`";
  }

  private static String ofText(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
    return "\"" + escaped.replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r") + "\"";
  }
}
