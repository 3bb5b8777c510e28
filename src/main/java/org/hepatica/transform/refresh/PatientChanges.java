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
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.hepatica.transform.refresh.RowDifferences.COPY;
import static org.hepatica.transform.refresh.RowDifferences.IS;
import static org.hepatica.transform.refresh.RowDifferences.KEY;
import static org.hepatica.transform.refresh.RowDifferences.WAS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.StructField;
import org.hepatica.table.Kind;
import org.hepatica.table.Operational;
import org.hepatica.table.Refresh;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;

/** Differences of rows as changes of patients: who is new or gone, and what else is new of whom. */
public final class PatientChanges {

  private static final String NEW = "patient_is_new";
  private static final String GONE = "patient_is_gone";
  private static final String CHANGE = "change";
  private static final String COLUMNS = "columns";
  private static final List<String> FIELDS =
      List.of(Refresh.KIND, Operational.COLUMN, Refresh.BEFORE, Refresh.AFTER, Refresh.DIFFERENCE);

  private PatientChanges() {}

  /**
   * The changes.
   *
   * @param differences of {@link RowDifferences}
   * @return rows of {@link Refresh#CHANGE}
   */
  public static Dataset<Row> of(Dataset<Row> differences) {
    Column patient = isOf(Registry.PATIENT);
    WindowSpec one = Window.partitionBy(col(Registry.CENTER), col(Registry.PATIENT_ID));
    Dataset<Row> told =
        differences
            .withColumn(NEW, bool_or(patient.and(col(WAS).isNull())).over(one))
            .withColumn(GONE, bool_or(patient.and(col(IS).isNull())).over(one))
            .withColumn(COLUMNS, columns());
    Column changes =
        when(col(NEW).or(col(GONE)), when(patient, array(ofPatient())))
            .when(col(WAS).isNull().or(col(IS).isNull()), array(ofRow()))
            .otherwise(ofCells());
    Dataset<Row> each = told.withColumn(CHANGE, explode(changes));
    Map<String, Column> named = new HashMap<>();
    FIELDS.forEach(field -> named.put(field, col(CHANGE).getField(field)));
    named.put(Refresh.ITEM, item());
    return ChangeRows.shaped(each, named);
  }

  /** A patient as a whole: its other rows are not told one by one. */
  private static Column ofPatient() {
    return change(
        when(col(NEW), Refresh.PATIENT_NEW).otherwise(Refresh.PATIENT_GONE),
        lit(null),
        lit(null),
        lit(null),
        lit(null));
  }

  /** A row that is new or gone. */
  private static Column ofRow() {
    Column dies =
        isOf(Registry.FOLLOW_UP)
            .and(element_at(col(IS), place(Registry.VITAL_STATUS)).equalTo("dead"));
    Column kind =
        when(col(IS).isNull(), Refresh.ROW_GONE)
            .when(dies, Refresh.DEATH_NEW)
            .when(isOf(Registry.RECURRENCE), Refresh.RECURRENCE_NEW)
            .otherwise(Refresh.ROW_NEW);
    return change(kind, lit(null), text(WAS), text(IS), lit(null));
  }

  /** The values that changed in a row that stayed. */
  private static Column ofCells() {
    Column all = arrays_zip(col(COLUMNS), col(WAS), col(IS));
    Column changed =
        filter(all, (cell, at) -> changed(cell).and(not(follows(cell, get(all, at.minus(1))))));
    return transform(changed, PatientChanges::ofCell);
  }

  private static Column changed(Column cell) {
    return not(cell.getField(WAS).eqNullSafe(cell.getField(IS)));
  }

  /** Whether it only says how well the value before it is known, which changed as well. */
  private static Column follows(Column cell, Column last) {
    Column companion =
        cell.getField(COLUMNS)
            .isin(
                concat(last.getField(COLUMNS), lit(Kind.DATE.companionSuffix())),
                concat(last.getField(COLUMNS), lit(Kind.QUANTITY.companionSuffix())));
    return coalesce(companion.and(changed(last)), lit(false));
  }

  private static Column ofCell(Column cell) {
    Column column = cell.getField(COLUMNS);
    Column before = cell.getField(WAS);
    Column after = cell.getField(IS);
    Column seen = isOf(Registry.FOLLOW_UP).and(column.equalTo(Registry.LAST_CONTACT_DATE));
    Column days = when(seen, datediff(after.cast("date"), before.cast("date")).cast("double"));
    Column status = isOf(Registry.FOLLOW_UP).and(column.equalTo(Registry.VITAL_STATUS));
    Column kind =
        when(days.gt(0), Refresh.FOLLOW_UP_EXTENDED)
            .when(status.and(after.equalTo("dead")), Refresh.DEATH_NEW)
            .otherwise(Refresh.VALUE_CHANGED);
    return change(kind, column, before, after, days);
  }

  private static Column change(
      Column kind, Column column, Column before, Column after, Column difference) {
    return struct(
        kind.as(Refresh.KIND),
        column.cast("string").as(Operational.COLUMN),
        before.cast("string").as(Refresh.BEFORE),
        after.cast("string").as(Refresh.AFTER),
        difference.cast("double").as(Refresh.DIFFERENCE));
  }

  private static Column isOf(TableDefinition table) {
    return col(Operational.TABLE).equalTo(table.name());
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
    return coalesce(element_at(map(named.toArray(Column[]::new)), col(Operational.TABLE)), none);
  }

  private static List<String> names(ComparedTable compared) {
    return compared.values().stream().map(StructField::name).toList();
  }
}
