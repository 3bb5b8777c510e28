package org.hepatica.table;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;

/** Where transformations meet: reads a table by its definition. */
@FunctionalInterface
public interface Tables {

  /** The table's rows in its schema; no rows when nothing has been written to it. */
  Dataset<Row> read(TableDefinition table);

  /** The same tables, but this one comes from a dataset that nobody has written. */
  default Tables with(TableDefinition table, Dataset<Row> rows) {
    return other -> other.equals(table) ? rows : read(other);
  }

  /** The dataset's columns that belong to the table, in its order and of its types. */
  static Dataset<Row> shaped(Dataset<Row> rows, TableDefinition table) {
    return rows.select(
        Stream.of(table.schema().fields())
            .map(field -> shaped(rows, field))
            .toArray(Column[]::new));
  }

  /** No cast between types that differ in nullability alone: Spark refuses it for elements. */
  private static Column shaped(Dataset<Row> rows, StructField field) {
    Column column = rows.col(field.name());
    String type = rows.schema().apply(field.name()).dataType().catalogString();
    return type.equals(field.dataType().catalogString())
        ? column
        : column.cast(field.dataType()).as(field.name());
  }
}
