package org.hepatica.formula;

import java.util.List;

/** A formula's tokens, read from left to right. */
final class Tokens {

  private final String source;
  private final List<Token> all;
  private int at;

  Tokens(String source) {
    this.source = source;
    this.all = Lexer.tokens(source);
  }

  String source() {
    return source;
  }

  Token peek() {
    return all.get(at);
  }

  Token after() {
    return all.get(Math.min(at + 1, all.size() - 1));
  }

  Token next() {
    Token token = all.get(at);
    at = Math.min(at + 1, all.size() - 1);
    return token;
  }

  boolean skip(String symbol) {
    boolean found = peek().is(symbol);
    if (found) {
      next();
    }
    return found;
  }

  Token expect(String symbol, String remedy) {
    if (!peek().is(symbol)) {
      throw unexpected("expected '" + symbol + "'" + remedy);
    }
    return next();
  }

  FormulaException unexpected(String remedy) {
    Token token = peek();
    String what =
        token.kind() == Token.Kind.END
            ? "the formula ends too early"
            : "unexpected '" + token.span().of(source) + "'";
    return FormulaException.at(source, token.span(), what, remedy);
  }
}
