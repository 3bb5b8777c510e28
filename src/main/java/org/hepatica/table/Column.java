package org.hepatica.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * One column of a table.
 *
 * @param name its name, snake case
 * @param kind what it means and how it is stored
 * @param mandatory whether a row without it cannot be (quarantined when delivered so)
 * @param levels the only texts allowed, in order; empty when any
 * @param meaning one line for the data dictionary, with its unit
 */
public record Column(
    String name, Kind kind, boolean mandatory, List<String> levels, String meaning) {

  /** Keeps the levels unchangeable. */
  public Column {
    levels = List.copyOf(levels);
  }

  /** A column that may be null. */
  public static Column of(String name, Kind kind, String meaning) {
    return new Column(name, kind, false, List.of(), meaning);
  }

  /** A column that no row lacks. */
  public static Column mandatory(String name, Kind kind, String meaning) {
    return new Column(name, kind, true, List.of(), meaning);
  }

  /** A text of the given levels only; may be null. */
  public static Column levels(String name, String meaning, String... levels) {
    return new Column(name, Kind.TEXT, false, List.of(levels), meaning);
  }

  /** The same column, never null. */
  public Column required() {
    return new Column(name, kind, true, levels, meaning);
  }

  /** The one or two fields that store it. */
  public List<StructField> fields() {
    StructField field = DataTypes.createStructField(name, kind.type(), !mandatory);
    String suffix = kind.companionSuffix();
    return suffix == null
        ? List.of(field)
        : List.of(field, DataTypes.createStructField(name + suffix, DataTypes.StringType, true));
  }
}
