package org.hepatica.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;
import static org.hepatica.table.Registry.CENTER;
import static org.hepatica.table.Registry.PATIENT_ID;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Several tables brought together, one row a patient: each table is an array of its rows, in a
 * column of the table's name.
 *
 * <p>All tables go through one shuffle, as the union of their rows, instead of one shuffle and one
 * join a table; what is derived from the arrays then moves no row at all. The order inside an array
 * is not defined: sort, or use a minimum or maximum.
 */
public final class Histories {

  private static final Set<String> OUTSIDE =
      Stream.concat(
              Registry.LINEAGE.stream().map(org.hepatica.table.Column::name), Stream.of(PATIENT_ID))
          .collect(Collectors.toUnmodifiableSet());

  private Histories() {}

  /** One row for every patient whom any of the tables names; an array is empty, never null. */
  public static Dataset<Row> gather(Tables tables, List<TableDefinition> definitions) {
    Column[] arrays =
        definitions.stream()
            .map(table -> collect_list(col(table.name())).as(table.name()))
            .toArray(Column[]::new);
    return definitions.stream()
        .map(table -> wrapped(tables, table))
        .reduce((one, other) -> one.unionByName(other, true))
        .orElseThrow(() -> new IllegalArgumentException("no table to gather"))
        .groupBy(CENTER, PATIENT_ID)
        .agg(arrays[0], tail(arrays));
  }

  private static Dataset<Row> wrapped(Tables tables, TableDefinition table) {
    Column[] fields =
        Stream.of(table.schema().fieldNames())
            .filter(name -> !OUTSIDE.contains(name))
            .map(name -> col(name))
            .toArray(Column[]::new);
    return tables
        .read(table)
        .filter(col(PATIENT_ID).isNotNull())
        .select(col(CENTER), col(PATIENT_ID), struct(fields).as(table.name()));
  }

  private static Column[] tail(Column[] columns) {
    return Stream.of(columns).skip(1).toArray(Column[]::new);
  }
}
