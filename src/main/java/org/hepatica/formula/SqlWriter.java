package org.hepatica.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes the tokens of an argument of {@code Surv()} as SQL. */
final class SqlWriter {

  private static final Set<String> WORDS =
      Set.of(
          "and", "or", "not", "in", "is", "null", "true", "false", "case", "between", "like",
          "ilike", "rlike", "regexp", "as", "div");
  private static final Set<String> WORDS_OF_CASE = Set.of("when", "then", "else", "end");
  private static final Set<String> WORDS_BEFORE_LITERALS = Set.of("date", "timestamp", "interval");
  private static final Map<String, String> INSTEAD =
      Map.of(
          "&", "write AND",
          "&&", "write AND",
          "|", "write OR",
          "||", "write OR",
          "%in%", "write IN ('a', 'b')",
          "%%", "write %",
          "%/%", "write DIV",
          "^", "write power(x, y)");

  private final String source;
  private final StringBuilder sql = new StringBuilder();
  private final List<Expression.Name> names = new ArrayList<>();

  private SqlWriter(String source) {
    this.source = source;
  }

  static SqlText write(String source, List<Token> tokens) {
    Span span = tokens.get(0).span().to(tokens.get(tokens.size() - 1).span());
    if (tokens.size() == 1 && tokens.get(0).isName() && !isTruth(tokens.get(0))) {
      Expression.Name name = new Expression.Name(tokens.get(0).text(), span);
      return new SqlText(quoted(name.name()), List.of(name), span);
    }
    SqlWriter writer = new SqlWriter(source);
    for (int i = 0; i < tokens.size(); i++) {
      writer.gap(i == 0 ? span.start() : tokens.get(i - 1).span().end(), tokens.get(i));
      writer.token(tokens, i);
    }
    return new SqlText(writer.sql.toString(), writer.names, span);
  }

  private static boolean isTruth(Token token) {
    String word = token.text().toLowerCase(Locale.ROOT);
    return token.kind() == Token.Kind.NAME && (word.equals("true") || word.equals("false"));
  }

  private void gap(int from, Token token) {
    sql.append(source, from, token.span().start());
  }

  private void token(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    switch (token.kind()) {
      case STRING -> sql.append('\'').append(escaped(token.text())).append('\'');
      case QUOTED_NAME -> column(token, quoted(token.text()));
      case NAME -> word(tokens, i);
      case SYMBOL -> sql.append(symbol(token));
      default -> sql.append(token.text());
    }
  }

  private void word(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    boolean called = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
    boolean type = i > 0 && tokens.get(i - 1).text().equalsIgnoreCase("as");
    if (called || type || isWordOfSql(tokens, i)) {
      refuseFunctionOfR(token, called);
      sql.append(token.text());
    } else {
      column(token, token.text().contains(".") ? quoted(token.text()) : token.text());
    }
  }

  private static boolean isWordOfSql(List<Token> tokens, int i) {
    String word = tokens.get(i).text().toLowerCase(Locale.ROOT);
    boolean inCase = tokens.stream().anyMatch(token -> token.text().equalsIgnoreCase("case"));
    Token.Kind next = i + 1 < tokens.size() ? tokens.get(i + 1).kind() : Token.Kind.END;
    boolean beforeLiteral = next == Token.Kind.STRING || next == Token.Kind.NUMBER;
    return WORDS.contains(word)
        || inCase && WORDS_OF_CASE.contains(word)
        || beforeLiteral && WORDS_BEFORE_LITERALS.contains(word);
  }

  private void refuseFunctionOfR(Token token, boolean called) {
    if (called && (token.text().equals("is.na") || token.text().equals("c"))) {
      throw FormulaException.at(
          source,
          token.span(),
          token.text() + "() is R's, an argument of Surv() is SQL",
          token.text().equals("c") ? "write IN ('a', 'b')" : "write x IS NULL");
    }
  }

  private void column(Token token, String written) {
    names.add(new Expression.Name(token.text(), token.span()));
    sql.append(written);
  }

  private String symbol(Token token) {
    if (INSTEAD.containsKey(token.text())) {
      throw FormulaException.at(
          source,
          token.span(),
          "'" + token.text() + "' is R's, an argument of Surv() is SQL",
          INSTEAD.get(token.text()));
    }
    return token.is("==") ? "=" : token.text();
  }

  private static String escaped(String text) {
    String escaped = text.replace("\\", "\\\\").replace("'", "\\'");
    return escaped.replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r");
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}
