package org.hepatica.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The right side of a formula, by recursive descent with R's precedences. */
final class ExpressionParser {

  private static final String OPERAND = "expected a column, a number, a function or '('";
  private static final Map<String, String> INSTEAD =
      Map.of(
          "&&", "write & to join two conditions",
          "||", "write | to join two conditions",
          "=", "write == to compare",
          "~", "a formula has one ~");

  private final Tokens tokens;

  ExpressionParser(Tokens tokens) {
    this.tokens = tokens;
  }

  /** All that is left of the tokens. */
  Expression parse() {
    Expression expression = binary(0);
    if (tokens.peek().kind() != Token.Kind.END) {
      throw unexpected("expected an operator");
    }
    return expression;
  }

  private Expression binary(int least) {
    Expression left = prefix();
    Optional<Operator> next = Operator.of(tokens.peek());
    while (next.isPresent() && next.get().precedence() >= least) {
      Operator operator = next.get();
      tokens.next();
      Expression right = binary(operator.rightPrecedence());
      left = new Expression.Binary(operator, left, right, left.span().to(right.span()));
      next = Operator.of(tokens.peek());
      if (operator.isComparison() && next.filter(Operator::isComparison).isPresent()) {
        throw tokens.unexpected("comparisons do not chain: join two with &");
      }
    }
    return left;
  }

  private Expression prefix() {
    Token token = tokens.peek();
    if (token.is("-") || token.is("+")) {
      return prefix(token, Operator.SIGN_PRECEDENCE);
    }
    return token.is("!") ? prefix(token, Operator.NOT_PRECEDENCE) : primary();
  }

  private Expression prefix(Token sign, int precedence) {
    tokens.next();
    Expression operand = binary(precedence);
    Span span = sign.span().to(operand.span());
    return new Expression.Prefix(sign.text().charAt(0), operand, span);
  }

  private Expression primary() {
    Token token = tokens.peek();
    if (token.is("(")) {
      tokens.next();
      Expression inner = binary(0);
      Token close = close(" or an operator");
      return new Expression.Group(inner, token.span().to(close.span()));
    }
    if (token.isName()) {
      tokens.next();
      return tokens.peek().is("(") ? call(token) : name(token);
    }
    if (token.kind() == Token.Kind.NUMBER) {
      tokens.next();
      return new Expression.Number(number(token.text()), token.span());
    }
    if (token.kind() == Token.Kind.STRING) {
      tokens.next();
      return new Expression.Text(token.text(), token.span());
    }
    throw unexpected(OPERAND);
  }

  private Token close(String remedy) {
    if (!tokens.peek().is(")")) {
      throw unexpected("expected ')'" + remedy);
    }
    return tokens.next();
  }

  private FormulaException unexpected(String remedy) {
    return tokens.unexpected(INSTEAD.getOrDefault(tokens.peek().text(), remedy));
  }

  private static Expression name(Token token) {
    boolean bare = token.kind() == Token.Kind.NAME;
    if (bare && (token.text().equals("TRUE") || token.text().equals("FALSE"))) {
      return new Expression.Truth(token.text().equals("TRUE"), token.span());
    }
    return new Expression.Name(token.text(), token.span());
  }

  private static double number(String text) {
    String digits = text.endsWith("L") ? text.substring(0, text.length() - 1) : text;
    boolean hexadecimal = digits.startsWith("0x") || digits.startsWith("0X");
    return hexadecimal ? Long.parseLong(digits.substring(2), 16) : Double.parseDouble(digits);
  }

  private Expression call(Token function) {
    tokens.next();
    List<Expression.Argument> arguments = new ArrayList<>();
    if (!tokens.peek().is(")")) {
      do {
        arguments.add(argument());
      } while (tokens.skip(","));
    }
    Token close = close(", ',' or an operator");
    Span span = function.span().to(close.span());
    return new Expression.Call(function.text(), arguments, function.span(), span);
  }

  private Expression.Argument argument() {
    String name = "";
    if (tokens.peek().isName() && tokens.after().is("=")) {
      name = tokens.next().text();
      tokens.next();
    }
    return new Expression.Argument(name, binary(0));
  }
}
