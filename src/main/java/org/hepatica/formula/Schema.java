package org.hepatica.formula;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A table's columns, in order: what {@code .} expands to.
 *
 * @param types type by name
 */
public record Schema(Map<String, ColumnType> types) {

  /** What ends before a value that something is compared with. */
  private static final Pattern COMPARED = Pattern.compile("(?i)(=|<>|\\bin\\s*\\([^()]*)\\s*$");

  /** An immutable copy in the same order. */
  public Schema {
    types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
  }

  List<String> columns() {
    return List.copyOf(types.keySet());
  }

  /**
   * Refuses a column that is not there, or holds no numbers.
   *
   * @param role what it is to be, for the message
   * @throws IllegalArgumentException with what was probably meant
   */
  public void requireNumber(String role, String column) {
    ColumnType type = types.get(column);
    if (type == null) {
      throw new IllegalArgumentException(
          "unknown column '%s' for the %s; %s"
              .formatted(column, role, Suggestion.among(column, "columns", columns())));
    }
    if (type == ColumnType.TEXT || type == ColumnType.BOOLEAN) {
      throw new IllegalArgumentException(
          "the %s column '%s' is no number but %s: give a column of numbers, or say by --na which texts stand for missing"
              .formatted(role, column, type == ColumnType.TEXT ? "text" : "true or false"));
    }
  }

  /** Refuses a column that is not there and says which was probably meant. */
  ColumnType type(String source, Expression.Name name) {
    ColumnType type = types.get(name.name());
    if (type == null) {
      throw FormulaException.at(
          source,
          name.span(),
          "unknown column '" + name.name() + "'",
          asText(source, name) + Suggestion.among(name.name(), "columns", columns()));
    }
    return type;
  }

  /** A word that something is compared with may be meant as a text. */
  private static String asText(String source, Expression.Name name) {
    String before = source.substring(0, name.span().start());
    return COMPARED.matcher(before).find()
        ? "a text stands in quotes: \"%s\"; ".formatted(name.name())
        : "";
  }
}
