package org.hepatica.formula;

import java.util.List;
import java.util.Optional;

/**
 * An argument of {@code Surv()}: SQL made of what was typed, {@code ==} as {@code =} and texts in
 * single quotes.
 *
 * @param sql the expression
 * @param names the columns it names, in order, each as often as it is named
 * @param span where it stands in the formula
 */
public record SqlText(String sql, List<Expression.Name> names, Span span) {

  /** An immutable copy. */
  public SqlText {
    names = List.copyOf(names);
  }

  /** The columns it names, each once. */
  public List<String> columns() {
    return names.stream().map(Expression.Name::name).distinct().toList();
  }

  /** The column, where the argument is nothing else. */
  public Optional<String> column() {
    boolean alone = names.size() == 1 && names.get(0).span().equals(span);
    return alone ? Optional.of(names.get(0).name()) : Optional.empty();
  }
}
