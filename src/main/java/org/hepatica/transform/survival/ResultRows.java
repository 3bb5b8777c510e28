package org.hepatica.transform.survival;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.hepatica.table.TableDefinition;

/** Rows of result tables as they are made. */
final class ResultRows {

  private final Map<TableDefinition, List<Row>> rows = new LinkedHashMap<>();

  /** Adds a row; its values in the table's order. */
  void add(TableDefinition table, Object... values) {
    int columns = table.schema().size();
    if (values.length != columns) {
      throw new IllegalArgumentException(
          table.name() + " has " + columns + " columns, the row " + values.length);
    }
    rows.computeIfAbsent(table, t -> new ArrayList<>())
        .add(new GenericRowWithSchema(values, table.schema()));
  }

  /** The rows of a table so far. */
  List<Row> of(TableDefinition table) {
    return rows.getOrDefault(table, List.of());
  }

  /** All of them by table; of every table given, also those without rows. */
  Map<TableDefinition, List<Row>> all(List<TableDefinition> tables) {
    Map<TableDefinition, List<Row>> all = new LinkedHashMap<>();
    tables.forEach(table -> all.put(table, List.copyOf(of(table))));
    return all;
  }

  /** A number, or null where there is none. */
  static Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  /** A number that may be no number, or null. */
  static Double finiteOrNull(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
