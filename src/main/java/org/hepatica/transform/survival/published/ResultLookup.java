package org.hepatica.transform.survival.published;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;
import org.hepatica.table.TableDefinition;

/** Finds a row of results by the values of some columns. */
final class ResultLookup {

  private final Map<TableDefinition, List<Row>> results;

  ResultLookup(Map<TableDefinition, List<Row>> results) {
    this.results = results;
  }

  /** The first row whose columns have the values; pairs of column and value. */
  Optional<Row> find(TableDefinition table, Object... pairs) {
    Predicate<Row> all = row -> true;
    for (int i = 0; i < pairs.length; i += 2) {
      String column = (String) pairs[i];
      Object value = pairs[i + 1];
      all = all.and(row -> value.equals(row.getAs(column)));
    }
    return results.getOrDefault(table, List.of()).stream().filter(all).findFirst();
  }

  /** A number of a row, or null. */
  static Double number(Optional<Row> row, String column) {
    Object value = row.map(r -> r.<Object>getAs(column)).orElse(null);
    return value == null ? null : ((Number) value).doubleValue();
  }
}
