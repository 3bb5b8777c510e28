package org.hepatica.table;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where transformations meet: reads a table by its definition. */
@FunctionalInterface
public interface Tables {

  /** The table's rows in its schema; no rows when nothing has been written to it. */
  Dataset<Row> read(TableDefinition table);
}
