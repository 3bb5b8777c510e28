package org.hepatica.transform.refresh;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.arrays_zip;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.hepatica.transform.refresh.RowDifferences.COPY;
import static org.hepatica.transform.refresh.RowDifferences.IS;
import static org.hepatica.transform.refresh.RowDifferences.KEY;
import static org.hepatica.transform.refresh.RowDifferences.WAS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.StructField;
import org.hepatica.table.Operational;
import org.hepatica.table.Refresh;
import org.hepatica.table.Registry;

/** Differences of rows as changes of patients: who is new or gone, and what else is new of whom. */
public final class PatientChanges {

  private static final String NEW = "patient_is_new";
  private static final String GONE = "patient_is_gone";
  private static final String CELL = "cell";
  private static final String COLUMNS = "columns";

  private PatientChanges() {}

  /**
   * The changes.
   *
   * @param differences of {@link RowDifferences}
   * @return rows of {@link Refresh#CHANGE}
   */
  public static Dataset<Row> of(Dataset<Row> differences) {
    Dataset<Row> told = ofPatients(differences);
    Column moved = col(NEW).or(col(GONE));
    Column patient = col(Operational.TABLE).equalTo(Registry.PATIENT.name());
    Dataset<Row> patients =
        ChangeRows.shaped(
            told.where(moved.and(patient)),
            Map.of(
                Refresh.KIND,
                when(col(NEW), Refresh.PATIENT_NEW).otherwise(Refresh.PATIENT_GONE)));
    return patients.union(rows(told.where(not(moved)))).union(cells(told.where(not(moved))));
  }

  /** With whether the row's patient is new, or gone. */
  private static Dataset<Row> ofPatients(Dataset<Row> differences) {
    Column patient = col(Operational.TABLE).equalTo(Registry.PATIENT.name());
    WindowSpec one = Window.partitionBy(col(Registry.CENTER), col(Registry.PATIENT_ID));
    return differences
        .withColumn(NEW, bool_or(patient.and(col(WAS).isNull())).over(one))
        .withColumn(GONE, bool_or(patient.and(col(IS).isNull())).over(one));
  }

  /** Rows that are new or gone. */
  private static Dataset<Row> rows(Dataset<Row> told) {
    Dataset<Row> alone =
        told.where(col(WAS).isNull().or(col(IS).isNull())).withColumn(COLUMNS, columns());
    Column dies =
        col(Operational.TABLE)
            .equalTo(Registry.FOLLOW_UP.name())
            .and(element_at(col(IS), place(Registry.VITAL_STATUS)).equalTo("dead"));
    Column kind =
        when(col(IS).isNull(), Refresh.ROW_GONE)
            .when(dies, Refresh.DEATH_NEW)
            .when(
                col(Operational.TABLE).equalTo(Registry.RECURRENCE.name()), Refresh.RECURRENCE_NEW)
            .otherwise(Refresh.ROW_NEW);
    return ChangeRows.shaped(
        alone,
        Map.of(
            Refresh.KIND,
            kind,
            Refresh.ITEM,
            item(),
            Refresh.BEFORE,
            text(WAS),
            Refresh.AFTER,
            text(IS)));
  }

  /** Values that changed in rows that stayed. */
  private static Dataset<Row> cells(Dataset<Row> told) {
    Column all = arrays_zip(col(COLUMNS), col(WAS), col(IS));
    Column changed =
        filter(all, cell -> not(cell.getField(WAS).eqNullSafe(cell.getField(IS))));
    Dataset<Row> each =
        told.where(col(WAS).isNotNull().and(col(IS).isNotNull()))
            .withColumn(COLUMNS, columns())
            .withColumn(CELL, explode(changed));
    Column column = col(CELL).getField(COLUMNS);
    Column before = col(CELL).getField(WAS);
    Column after = col(CELL).getField(IS);
    Column followUp = col(Operational.TABLE).equalTo(Registry.FOLLOW_UP.name());
    Column days =
        when(
            followUp.and(column.equalTo(Registry.LAST_CONTACT_DATE)),
            datediff(after.cast("date"), before.cast("date")).cast("double"));
    Column dies =
        followUp.and(column.equalTo(Registry.VITAL_STATUS)).and(after.equalTo("dead"));
    Column kind =
        when(days.gt(0), Refresh.FOLLOW_UP_EXTENDED)
            .when(dies, Refresh.DEATH_NEW)
            .otherwise(Refresh.VALUE_CHANGED);
    return ChangeRows.shaped(
        each,
        Map.of(
            Refresh.KIND,
            kind,
            Refresh.ITEM,
            item(),
            Operational.COLUMN,
            column,
            Refresh.BEFORE,
            before,
            Refresh.AFTER,
            after,
            Refresh.DIFFERENCE,
            days));
  }

  /** The row's key as text; a copy of it has its number. */
  static Column item() {
    Column key = array_join(array_compact(col(KEY)), ", ");
    Column numbered =
        when(col(COPY).gt(0), concat(key, lit(" #"), col(COPY).plus(1).cast("string")))
            .otherwise(key);
    return when(numbered.notEqual(""), numbered);
  }

  /** {@code column=value} of what a row has. */
  private static Column text(String cells) {
    Column pairs =
        transform(
            arrays_zip(col(COLUMNS), col(cells)),
            pair -> concat(pair.getField(COLUMNS), lit("="), pair.getField(cells)));
    return array_join(array_compact(pairs), ", ");
  }

  private static int place(String column) {
    List<String> names = names(ComparedTable.named(Registry.FOLLOW_UP.name()).orElseThrow());
    return names.indexOf(column) + 1;
  }

  /** The names of the values of the row's table. */
  private static Column columns() {
    List<Column> named = new ArrayList<>();
    for (ComparedTable compared : ComparedTable.ALL) {
      named.add(lit(compared.table().name()));
      Column[] names = names(compared).stream().map(n -> lit(n)).toArray(Column[]::new);
      named.add(array(names).cast("array<string>"));
    }
    Column none = array().cast("array<string>");
    return coalesce(
        element_at(map(named.toArray(Column[]::new)), col(Operational.TABLE)), none);
  }

  private static List<String> names(ComparedTable compared) {
    return compared.values().stream().map(StructField::name).toList();
  }
}
