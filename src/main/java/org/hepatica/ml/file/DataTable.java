package org.hepatica.ml.file;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A table as it was read.
 *
 * @param rows its rows
 * @param mixed its columns that some cells make texts
 */
public record DataTable(Dataset<Row> rows, MixedColumns mixed) {

  /** A table whose columns have types of their own. */
  static DataTable typed(Dataset<Row> rows) {
    return new DataTable(rows, MixedColumns.none());
  }
}
