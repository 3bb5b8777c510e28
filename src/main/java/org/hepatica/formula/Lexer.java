package org.hepatica.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text to tokens: R's names, numbers, strings and operators, and what SQL adds to them. */
final class Lexer {

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern NAME =
      Pattern.compile("(?:\\p{L}|\\.(?![0-9]))[\\p{L}\\p{M}\\p{Nd}._]*");
  private static final Pattern NUMBER =
      Pattern.compile("(?:0[xX][0-9a-fA-F]+|(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?)L?");
  private static final Pattern SYMBOL =
      Pattern.compile("%in%|%%|%/%|%o%|%\\*%|&&|\\|\\||[<>=!]=|<>|[-+*/^:(),~<>=!&|%\\[\\]]");

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String source) {
    this.source = source;
  }

  static List<Token> tokens(String source) {
    Lexer lexer = new Lexer(source);
    while (lexer.at < source.length()) {
      lexer.next();
    }
    int end = source.length();
    lexer.tokens.add(new Token(Token.Kind.END, "", new Span(end, end)));
    return List.copyOf(lexer.tokens);
  }

  private void next() {
    char first = source.charAt(at);
    if (first == '`' || first == '"' || first == '\'') {
      quoted(first);
    } else if (!skip() && !take(NAME, Token.Kind.NAME) && !take(NUMBER, Token.Kind.NUMBER)) {
      if (!take(SYMBOL, Token.Kind.SYMBOL)) {
        throw stray(first);
      }
    }
  }

  private boolean skip() {
    Matcher matcher = SPACE.matcher(source).region(at, source.length());
    if (matcher.lookingAt()) {
      at = matcher.end();
      return true;
    }
    return false;
  }

  private boolean take(Pattern pattern, Token.Kind kind) {
    Matcher matcher = pattern.matcher(source).region(at, source.length());
    matcher.useTransparentBounds(true);
    if (!matcher.lookingAt()) {
      return false;
    }
    tokens.add(new Token(kind, matcher.group(), new Span(at, matcher.end())));
    at = matcher.end();
    return true;
  }

  private void quoted(char quote) {
    int start = at;
    StringBuilder text = new StringBuilder();
    at++;
    while (at < source.length() && source.charAt(at) != quote) {
      boolean escaped = source.charAt(at) == '\\' && at + 1 < source.length();
      text.append(escaped ? unescaped(source.charAt(++at)) : source.charAt(at));
      at++;
    }
    if (at == source.length()) {
      Span span = new Span(start, start + 1);
      throw FormulaException.at(
          source, span, "a " + quote + " is never closed", "expected another " + quote);
    }
    at++;
    Span span = new Span(start, at);
    tokens.add(
        new Token(
            quote == '`' ? Token.Kind.QUOTED_NAME : Token.Kind.STRING, text.toString(), span));
  }

  private static char unescaped(char letter) {
    return switch (letter) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      default -> letter;
    };
  }

  private FormulaException stray(char letter) {
    String remedy =
        letter == '_'
            ? "a name that starts with _ stands in backticks: `_name`"
            : "expected a column, a number or an operator; a name with other signs stands in"
                + " backticks";
    return FormulaException.at(
        source, new Span(at, at + 1), "unexpected character '" + letter + "'", remedy);
  }
}
