package org.hepatica.lake;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.hepatica.table.TableDefinition;

/** Rows that were stored under an earlier definition of their table, under today's. */
final class Shape {

  private Shape() {}

  /**
   * The table's columns in its order and of its types: null where a column was not there yet, or
   * where what was stored cannot be of its type.
   *
   * @param others further columns
   */
  static Dataset<Row> of(TableDefinition table, Dataset<Row> stored, Column... others) {
    Set<String> names = Set.of(stored.columns());
    Stream<Column> columns =
        Arrays.stream(table.schema().fields())
            .map(field -> names.contains(field.name()) ? of(field, stored) : absent(field));
    return stored.select(Stream.concat(columns, Stream.of(others)).toArray(Column[]::new));
  }

  private static Column of(StructField field, Dataset<Row> stored) {
    Column column = functions.col("`" + field.name() + "`");
    String type = stored.schema().apply(field.name()).dataType().catalogString();
    return type.equals(field.dataType().catalogString())
        ? column
        : column.try_cast(field.dataType()).as(field.name());
  }

  private static Column absent(StructField field) {
    return functions.lit(null).cast(field.dataType()).as(field.name());
  }
}
