package org.hepatica.formula;

import java.util.ArrayList;
import java.util.List;

/** The left side of a formula, up to the tilde. */
final class ResponseParser {

  private static final String SHAPES = "expected Surv(time, event) or Surv(start, stop, event)";

  private final Tokens tokens;

  ResponseParser(Tokens tokens) {
    this.tokens = tokens;
  }

  SurvivalResponse parse() {
    Token function = tokens.peek();
    if (!function.text().equals("Surv") || !tokens.after().is("(")) {
      throw tokens.unexpected(SHAPES + " on the left of ~");
    }
    tokens.next();
    tokens.next();
    List<SqlText> arguments = new ArrayList<>();
    do {
      arguments.add(argument());
    } while (tokens.skip(","));
    Token close = tokens.expect(")", "");
    if (arguments.size() < 2 || arguments.size() > 3) {
      throw wrongCount(function.span().to(close.span()), arguments.size());
    }
    tokens.expect("~", " between Surv() and the variables");
    return SurvivalResponse.of(arguments);
  }

  private SqlText argument() {
    List<Token> words = new ArrayList<>();
    int depth = 0;
    while (depth > 0 || !(tokens.peek().is(",") || tokens.peek().is(")"))) {
      Token token = tokens.peek();
      if (token.kind() == Token.Kind.END || token.is("~")) {
        throw tokens.unexpected("expected ')' to close Surv(");
      }
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      words.add(tokens.next());
    }
    if (words.isEmpty()) {
      throw tokens.unexpected(SHAPES);
    }
    return SqlWriter.write(tokens.source(), words);
  }

  private FormulaException wrongCount(Span span, int count) {
    String remedy = count == 1 ? "; where every time is an event, write Surv(time, 1)" : "";
    return FormulaException.at(
        tokens.source(),
        span,
        "Surv() has " + (count == 1 ? "one argument" : count + " arguments"),
        SHAPES + remedy);
  }
}
