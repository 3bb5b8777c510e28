package org.hepatica.job;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.table.TableDefinition;

/**
 * What was found to have changed between two nights.
 *
 * @param changes rows of {@code Refresh.CHANGE}
 * @param counts by name
 * @param raised rows of {@code Refresh.ALERT}
 * @param trend rows of {@code Refresh.QUALITY_TREND}
 */
record Changes(
    Dataset<Row> changes, Map<String, Double> counts, List<Row> raised, List<Row> trend) {

  /** So many changes are shown and written as CSV; the table has them all. */
  static final int MOST_SHOWN = 100_000;

  /** In the order of the table's key, as many as are shown. */
  static Dataset<Row> ordered(TableDefinition table, Dataset<Row> rows) {
    Column[] key = table.key().stream().map(name -> col(name)).toArray(Column[]::new);
    return rows.orderBy(key).limit(MOST_SHOWN);
  }
}
