package org.hepatica.survival.cox;

import java.util.List;

/**
 * Columns that enter or leave a model together: a variable, or all indicator columns of a factor.
 *
 * @param name what the term is called
 * @param columns its columns, at least one
 */
public record Term(String name, List<String> columns) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is no column
   */
  public Term {
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("term " + name + " has no columns");
    }
  }

  /** The term of a single column, by its name. */
  public static Term of(String column) {
    return new Term(column, List.of(column));
  }
}
