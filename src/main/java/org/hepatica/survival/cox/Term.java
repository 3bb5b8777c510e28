package org.hepatica.survival.cox;

import java.util.List;
import java.util.Set;

/**
 * Columns that enter or leave a model together: a variable, or all indicator columns of a factor,
 * or an interaction.
 *
 * @param name what the term is called
 * @param columns its columns, at least one
 * @param variables what it is a product of: of an interaction each of its variables
 */
public record Term(String name, List<String> columns, Set<String> variables) {

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException if there is no column
   */
  public Term {
    columns = List.copyOf(columns);
    variables = Set.copyOf(variables);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("term " + name + " has no columns");
    }
  }

  /**
   * A term that is no interaction.
   *
   * @param name what the term is called
   * @param columns its columns, at least one
   * @throws IllegalArgumentException if there is no column
   */
  public Term(String name, List<String> columns) {
    this(name, columns, Set.of(name));
  }

  /** The term of a single column, by its name. */
  public static Term of(String column) {
    return new Term(column, List.of(column));
  }

  /** Whether another is marginal to this: made of some of its variables. */
  boolean contains(Term other) {
    return !equals(other) && variables.containsAll(other.variables);
  }
}
