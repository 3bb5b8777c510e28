package org.hepatica.transform.ingest;

import java.io.Serializable;
import java.util.List;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;

/**
 * A mapping as the tasks need it.
 *
 * @param table name of the table
 * @param columns names of its stored columns beside the lineage, in order, companions included
 * @param key names of its key columns beside the centre
 * @param groups the row groups; one when the record itself is the row
 */
record MappingPlan(String table, List<String> columns, List<String> key, List<GroupPlan> groups)
    implements Serializable {

  /**
   * The columns of one row of the record.
   *
   * @param columns in the table's order
   * @param own places of texts of the group that make it a row: all missing, no row; empty when the
   *     row always is
   */
  record GroupPlan(List<ColumnPlan> columns, List<Integer> own) implements Serializable {}

  /** A table's stored columns beside the lineage. */
  static List<String> columnsOf(TableDefinition table) {
    return table.columns().stream()
        .skip(Registry.LINEAGE.size())
        .flatMap(column -> column.fields().stream())
        .map(field -> field.name())
        .toList();
  }
}
