package org.hepatica.formula;

/**
 * A column whose distinct values decide names and number of columns or groups.
 *
 * @param rows which rows they are looked for in
 */
public record LevelNeed(String column, Rows rows) {

  /** Where R looks for levels. */
  public enum Rows {
    /** Rows without a missing value in any column used: texts, groups, strata. */
    USED,
    /** All rows: inside {@code factor()}, which R evaluates before it drops rows. */
    ALL
  }
}
