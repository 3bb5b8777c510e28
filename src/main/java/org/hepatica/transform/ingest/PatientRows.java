package org.hepatica.transform.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;

/** Judged rows beside what stands of the same patient's tables: one shuffle, by patient. */
final class PatientRows {

  private PatientRows() {}

  /**
   * The same rows, each with a column a table and of its name: the patient's row, or the array of
   * the patient's rows, as {@link RuleSql#rowsType} has them.
   */
  static Dataset<Row> beside(Dataset<Row> rows, List<TableDefinition> tables) {
    Column patient = Judged.text(Registry.PATIENT, Registry.PATIENT_ID);
    // Withheld records know no patient, and must not become the rows of one that is large.
    WindowSpec ofPatient =
        Window.partitionBy(
            col(Registry.CENTER), col(Registry.VALID_FROM), coalesce(patient, Judged.alone()));
    Map<String, Column> columns = new LinkedHashMap<>();
    for (TableDefinition table : tables) {
      Column own =
          when(col(Judged.STANDS).and(col(Operational.TABLE).equalTo(table.name())), row(table));
      Column all = RuleSql.isOneRow(table) ? first(own, true) : collect_list(own);
      columns.put(table.name(), all.over(ofPatient));
    }
    return rows.withColumns(columns);
  }

  private static Column row(TableDefinition table) {
    return struct(
        Stream.of(RuleSql.rowType(table).fields())
            .map(f -> Judged.text(table, f.name()).cast(f.dataType()).as(f.name()))
            .toArray(Column[]::new));
  }
}
