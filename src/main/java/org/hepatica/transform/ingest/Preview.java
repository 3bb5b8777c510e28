package org.hepatica.transform.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Center;
import org.hepatica.table.Column;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;

/** The first rows of each table as they will be understood, for a check before any run. */
public final class Preview {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final int SHOWN = 12;

  private Preview() {}

  /**
   * A few rows by table.
   *
   * @param lines {@code column = value, ...} with identifiers as {@code #} and 12 digits
   */
  public record TableRows(String table, List<String> lines) {}

  /**
   * Understands some records.
   *
   * @param records few: the caller takes the first of each export
   * @param rows at most so many a table
   */
  public static List<TableRows> of(Dataset<Row> records, Center center, int rows) {
    RegistryIngest.Result result = RegistryIngest.run(records, Map.of(center.name(), center));
    List<TableRows> tables = new ArrayList<>();
    for (TableDefinition table : Registry.ALL) {
      if (center.tables().stream().anyMatch(mapping -> mapping.table().equals(table.name()))) {
        List<String> lines =
            result
                .table(table)
                .orderBy(Registry.SOURCE_FILE, Registry.SOURCE_LINE)
                .takeAsList(rows)
                .stream()
                .map(row -> line(table, row))
                .toList();
        tables.add(new TableRows(table.name(), lines));
      }
    }
    return tables;
  }

  private static String line(TableDefinition table, Row row) {
    List<String> cells = new ArrayList<>();
    for (Column column : table.columns().subList(Registry.LINEAGE.size(), table.columns().size())) {
      column.fields().stream()
          .map(field -> field.name() + " = " + shown(row.getAs(field.name())))
          .forEach(cells::add);
    }
    return "%s:%d  %s"
        .formatted(
            row.getAs(Registry.SOURCE_FILE),
            row.<Long>getAs(Registry.SOURCE_LINE),
            String.join(", ", cells));
  }

  private static String shown(Object value) {
    return HASH.matcher(String.valueOf(value))
        .replaceAll(hash -> "#" + hash.group().substring(0, SHOWN));
  }
}
