package org.hepatica.transform.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Center.ColumnMapping;
import org.hepatica.protocol.Center.Export;
import org.hepatica.protocol.Center.TableMapping;
import org.hepatica.table.Column;
import org.hepatica.table.Kind;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;

/** A centre that delivers the registry's tables as they are: a file a table, its columns' names. */
final class IdentityCenter {

  static final Center CENTER = center();

  private IdentityCenter() {}

  /** The columns of a table's file. */
  static List<Column> columns(TableDefinition table) {
    return table.columns().subList(Registry.LINEAGE.size(), table.columns().size());
  }

  /** The first line of a table's file. */
  static String header(TableDefinition table) {
    return columns(table).stream().map(Column::name).collect(Collectors.joining(",", "", "\n"));
  }

  /** The file of a table. */
  static String file(TableDefinition table, List<Map<String, String>> rows) {
    return rows.stream()
        .map(
            row ->
                columns(table).stream()
                    .map(column -> row.getOrDefault(column.name(), ""))
                    .collect(Collectors.joining(",", "", "\n")))
        .collect(Collectors.joining("", header(table), ""));
  }

  private static Center center() {
    List<Export> exports = new ArrayList<>();
    List<TableMapping> tables = new ArrayList<>();
    for (TableDefinition table : Registry.ALL) {
      Map<String, ColumnMapping> columns = new LinkedHashMap<>();
      List<String> identifying = new ArrayList<>();
      for (Column column : columns(table)) {
        if (column.kind() == Kind.IDENTIFIER) {
          identifying.add(column.name());
        }
        String name = "`" + column.name() + "`";
        columns.put(
            column.name(),
            column.kind() == Kind.DATE
                ? Centers.date(name, "yyyy-MM-dd", "yyyy-MM", "yyyy", "days")
                : Centers.sql(name));
      }
      exports.add(
          Centers.csv(table.name(), table.name() + ".csv", identifying.toArray(String[]::new)));
      tables.add(Centers.table(table.name(), table.name(), columns));
    }
    return Centers.center("north", exports, tables.toArray(TableMapping[]::new));
  }
}
