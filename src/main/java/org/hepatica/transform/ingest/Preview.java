package org.hepatica.transform.ingest;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Center;
import org.hepatica.table.Column;
import org.hepatica.table.Kind;
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
   * @param lines {@code file:line column = value, ...} with identifiers as {@code #} and 12 digits
   */
  public record TableRows(String table, List<String> lines) {}

  /**
   * The first rows of each table that the centre fills.
   *
   * @param result of the centre's records
   * @param rows at most so many a table
   */
  public static List<TableRows> of(RegistryIngest.Result result, Center center, int rows) {
    List<TableRows> tables = new ArrayList<>();
    for (TableDefinition table : Registry.ALL) {
      if (center.tables().stream().anyMatch(mapping -> mapping.table().equals(table.name()))) {
        tables.add(new TableRows(table.name(), lines(table, result.table(table), rows)));
      }
    }
    return tables;
  }

  private static List<String> lines(TableDefinition table, Dataset<Row> all, int rows) {
    List<Row> first = all.orderBy(Registry.SOURCE_FILE, Registry.SOURCE_LINE).takeAsList(rows);
    List<String> lines = new ArrayList<>();
    first.forEach(row -> lines.add(line(table, row)));
    if (first.stream().anyMatch(row -> isRelative(table, row))) {
      lines.add("day 0 is time zero, the operation: no calendar date is delivered");
    }
    return lines.isEmpty() ? List.of("no row") : lines;
  }

  private static String line(TableDefinition table, Row row) {
    List<String> cells = new ArrayList<>();
    for (Column column : table.columns().subList(Registry.LINEAGE.size(), table.columns().size())) {
      if (isRelative(column, row)) {
        cells.add(column.name() + " = day " + day(row.getAs(column.name())));
      } else {
        column.fields().stream()
            .map(field -> field.name() + " = " + shown(row.getAs(field.name())))
            .forEach(cells::add);
      }
    }
    return place(row) + "  " + String.join(", ", cells);
  }

  /** The record that a row is of: {@code file:line}. */
  static String place(Row row) {
    return "%s:%d"
        .formatted(row.<String>getAs(Registry.SOURCE_FILE), row.<Long>getAs(Registry.SOURCE_LINE));
  }

  /** A value for people: of a hash {@code #} and 12 digits. */
  public static String shown(Object value) {
    return HASH.matcher(String.valueOf(value))
        .replaceAll(hash -> "#" + hash.group().substring(0, SHOWN));
  }

  private static boolean isRelative(TableDefinition table, Row row) {
    return table.columns().stream().anyMatch(column -> isRelative(column, row));
  }

  private static boolean isRelative(Column column, Row row) {
    return column.kind() == Kind.DATE
        && Dates.RELATIVE.equals(row.getAs(column.name() + Kind.DATE.companionSuffix()));
  }

  private static long day(Object date) {
    return ChronoUnit.DAYS.between(Dates.TIME_ZERO.day(), LocalDate.parse(date.toString()));
  }
}
