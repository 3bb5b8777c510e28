package org.hepatica.transform.refresh;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.hepatica.table.Operational;
import org.hepatica.table.Refresh;
import org.hepatica.table.Registry;

/** Rows of the table of changes. */
final class ChangeRows {

  /** What stays under its own name when nothing else is said. */
  private static final List<String> KEPT =
      List.of(Registry.CENTER, Registry.PATIENT_ID, Operational.TABLE);

  private ChangeRows() {}

  /** Rows with columns for what is named; centre, patient and table are the rows' own. */
  static Dataset<Row> shaped(Dataset<Row> rows, Map<String, Column> columns) {
    return rows.select(
        Stream.of(Refresh.CHANGE.schema().fields())
            .map(field -> column(field, columns))
            .toArray(Column[]::new));
  }

  private static Column column(StructField field, Map<String, Column> columns) {
    Column absent = KEPT.contains(field.name()) ? col(field.name()) : lit(null);
    return columns.getOrDefault(field.name(), absent).cast(field.dataType()).as(field.name());
  }
}
