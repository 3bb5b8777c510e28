package org.hepatica.report;

import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.hepatica.table.TableDefinition;

/**
 * A result row read by column name; a row without a schema of its own has its table's.
 *
 * @param row the row
 * @param schema its schema
 */
public record TidyRow(Row row, StructType schema) {

  /** Rows of a table. */
  public static List<TidyRow> of(TableDefinition table, List<Row> rows) {
    StructType schema = table.schema();
    return rows.stream()
        .map(row -> new TidyRow(row, row.schema() == null ? schema : row.schema()))
        .toList();
  }

  /** Rows by an ascending number; a table that was stored need not keep the order of its rows. */
  static List<TidyRow> sorted(List<TidyRow> rows, String column) {
    return rows.stream().sorted(Comparator.comparingLong(row -> row.count(column))).toList();
  }

  /** The text, or empty. */
  public String text(String column) {
    Object value = row.get(schema.fieldIndex(column));
    return value == null ? "" : value.toString();
  }

  /** The number, or null. */
  public Double number(String column) {
    Object value = row.get(schema.fieldIndex(column));
    return value instanceof Number number && !Double.isNaN(number.doubleValue())
        ? Double.valueOf(number.doubleValue())
        : null;
  }

  /** The count; 0 when there is none. */
  public long count(String column) {
    Object value = row.get(schema.fieldIndex(column));
    return value instanceof Number number ? number.longValue() : 0;
  }

  /** The elements of a list as texts; none where there is no list. */
  List<String> texts(String column) {
    int field = schema.fieldIndex(column);
    return row.isNullAt(field)
        ? List.of()
        : row.getList(field).stream().map(String::valueOf).toList();
  }

  boolean flag(String column) {
    return Boolean.TRUE.equals(row.get(schema.fieldIndex(column)));
  }

  /** Whether the text is this one. */
  public boolean is(String column, String text) {
    return text(column).equals(text);
  }
}
