package org.hepatica.transform.ingest;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.hepatica.table.Column;
import org.hepatica.table.Kind;

/**
 * How the text of one column becomes its value: a mapping's column, ready for the tasks.
 *
 * @param name the table's column
 * @param kind its kind
 * @param needed whether no row can be without it
 * @param key whether it is part of the table's key
 * @param levels the only texts allowed; empty when any
 * @param codes delivered text to level; empty when none
 * @param formats of dates
 * @param factor from the delivered unit to the table's
 * @param percent whether a trailing percent sign belongs to the unit
 * @param counted whether the unit is a time that becomes whole days
 * @param missing further texts that mean missing
 * @param text place of its text among a draft's texts
 * @param origin place and formats of its origin; null when it has none
 * @param qualifier place of a separate qualifier's text, or -1
 * @param decimal sign of numbers: a point, or a comma
 * @param literal whether the record does not matter to it
 */
record ColumnPlan(
    String name,
    Kind kind,
    boolean needed,
    boolean key,
    List<String> levels,
    Map<String, String> codes,
    List<String> formats,
    BigDecimal factor,
    boolean percent,
    boolean counted,
    List<String> missing,
    int text,
    Origin origin,
    int qualifier,
    char decimal,
    boolean literal)
    implements Serializable {

  /** Where a counted date starts. */
  record Origin(int text, List<String> formats, List<String> missing) implements Serializable {}

  /** Whether the table's column is the one of this plan. */
  boolean fills(Column column) {
    return column.name().equals(name);
  }
}
