package org.hepatica.transform.history;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.table.Gold;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import org.hepatica.table.Tables;

/**
 * Patients of whom a table no longer says what it said. Rows that went and came again as they were
 * are no change, nor is it one that a row comes from another delivery now.
 */
public final class ChangedPatients {

  private static final String TABLE = "of_table";
  private static final String VALUES = "values";
  private static final Set<String> LINEAGE =
      Registry.LINEAGE.stream()
          .map(org.hepatica.table.Column::name)
          .collect(Collectors.toUnmodifiableSet());

  private final String change;

  /**
   * With the name of the column that is 1 for rows that came and -1 for rows that went.
   *
   * @param change its name
   */
  public ChangedPatients(String change) {
    this.change = change;
  }

  /**
   * Centre and patient, each once.
   *
   * @param tables not empty
   * @param changes gives of a table the rows that came and went, with columns centre and patient
   */
  public Dataset<Row> of(
      List<TableDefinition> tables, Function<TableDefinition, Dataset<Row>> changes) {
    return tables.stream()
        .map(table -> values(table, changes.apply(table)))
        .reduce(Dataset::union)
        .orElseThrow(() -> new IllegalArgumentException("no table to look at"))
        .groupBy(Registry.CENTER, Registry.PATIENT_ID, TABLE, VALUES)
        .agg(sum(change).as(change))
        .where(col(change).notEqual(0))
        .select(Registry.CENTER, Registry.PATIENT_ID)
        .distinct();
  }

  /** What the row says, as text; of the registry what holds by the newest deliveries. */
  private Dataset<Row> values(TableDefinition table, Dataset<Row> changes) {
    List<Column> values = new ArrayList<>();
    Arrays.stream(changes.columns())
        .filter(name -> !LINEAGE.contains(name) && !name.equals(change))
        .forEach(name -> values.add(col(name)));
    Dataset<Row> rows =
        Registry.ALL.contains(table) ? changes.where(col(Registry.VALID_TO).isNull()) : changes;
    return rows.where(col(Registry.PATIENT_ID).isNotNull())
        .select(
            col(Registry.CENTER),
            col(Registry.PATIENT_ID),
            lit(table.name()).as(TABLE),
            to_json(struct(values.toArray(Column[]::new))).as(VALUES),
            col(change));
  }

  /**
   * The rows of some patients alone, of tables that have patients.
   *
   * @param patients centre and patient, each once; few enough to be sent to every task
   * @param patientColumn the name of the patient's column in a table
   */
  public static Dataset<Row> only(Dataset<Row> rows, Dataset<Row> patients, String patientColumn) {
    Dataset<Row> named =
        patients.select(
            col(Registry.CENTER).as("only_center"), col(Registry.PATIENT_ID).as("only_patient"));
    return rows.join(
        broadcast(named),
        col(Registry.CENTER)
            .equalTo(col("only_center"))
            .and(col(patientColumn).equalTo(col("only_patient"))),
        "left_semi");
  }

  /** Tables of which those that have patients have the rows of some patients alone. */
  public static Tables only(Tables tables, Dataset<Row> patients) {
    return table -> {
      List<String> columns = List.of(table.schema().fieldNames());
      return Stream.of(Registry.PATIENT_ID, Gold.USUBJID)
          .filter(columns::contains)
          .findFirst()
          .map(name -> only(tables.read(table), patients, name))
          .orElseGet(() -> tables.read(table));
    };
  }
}
