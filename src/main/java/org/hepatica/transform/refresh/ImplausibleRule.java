package org.hepatica.transform.refresh;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
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
import org.apache.spark.sql.catalyst.expressions.TryEval;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.hepatica.protocol.ChangeSet;
import org.hepatica.table.Operational;
import org.hepatica.table.Refresh;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import org.hepatica.table.Tables;

/** A rule over a row before and after, and over the same patient's rows of other tables. */
final class ImplausibleRule {

  private final ChangeSet.Implausible rule;
  private final ComparedTable compared;
  private final List<ComparedTable> with;

  /** Of a rule whose tables are known. */
  ImplausibleRule(ChangeSet.Implausible rule) {
    this.rule = rule;
    this.compared = ComparedTable.named(rule.table()).orElseThrow();
    this.with = rule.with().stream().map(n -> ComparedTable.named(n).orElseThrow()).toList();
  }

  /** What {@code before} and {@code after} are each. */
  StructType side() {
    List<StructField> fields = new ArrayList<>(rowType(compared).fields().length);
    fields.addAll(List.of(rowType(compared).fields()));
    with.forEach(
        other ->
            fields.add(
                DataTypes.createStructField(
                    other.table().name(),
                    DataTypes.createArrayType(rowType(other), false),
                    true)));
    return DataTypes.createStructType(fields);
  }

  /** The changes that it applies to; rows of {@link Refresh#CHANGE}. */
  Dataset<Row> applied(Dataset<Row> differences, Tables then, Tables now) {
    Dataset<Row> rows = differences.where(col(Operational.TABLE).equalTo(rule.table()));
    Dataset<Row> patients = rows.select(Registry.CENTER, Registry.PATIENT_ID).distinct();
    for (ComparedTable other : with) {
      rows = joined(rows, patients, other.table(), then, name(Refresh.BEFORE, other));
      rows = joined(rows, patients, other.table(), now, name(Refresh.AFTER, other));
    }
    Dataset<Row> sides =
        rows.withColumn(Refresh.BEFORE, side(WAS, Refresh.BEFORE))
            .withColumn(Refresh.AFTER, side(IS, Refresh.AFTER));
    return ChangeRows.shaped(sides.where(coalesce(tried(rule.when()), lit(false))), told());
  }

  private Map<String, Column> told() {
    Map<String, Column> columns = new HashMap<>();
    columns.put(Refresh.KIND, lit(Refresh.IMPLAUSIBLE));
    columns.put(Refresh.ITEM, PatientChanges.item());
    columns.put(Operational.COLUMN, lit(rule.column()));
    columns.put(Refresh.BEFORE, col(Refresh.BEFORE).getField(rule.column()));
    columns.put(Refresh.AFTER, col(Refresh.AFTER).getField(rule.column()));
    columns.put(Operational.RULE, lit(rule.name()));
    columns.put(Operational.SEVERITY, lit(rule.severity()));
    columns.put(Operational.MESSAGE, lit(rule.message()));
    return columns;
  }

  /** Null where the SQL fails on a row. */
  private static Column tried(String sql) {
    return ExpressionUtils.column(new TryEval(ExpressionUtils.expression(expr(sql))));
  }

  private Column side(String cells, String side) {
    List<Column> fields = new ArrayList<>();
    // The key is the row's on both sides, and nobody's where there is no row.
    for (int i = 0; i < compared.key().size(); i++) {
      Column key = element_at(col(KEY), i + 1);
      fields.add(typed(when(col(cells).isNotNull(), key),
          compared.key().get(i)));
    }
    for (int i = 0; i < compared.values().size(); i++) {
      fields.add(typed(element_at(col(cells), i + 1), compared.values().get(i)));
    }
    for (ComparedTable other : with) {
      Column none = array().cast(DataTypes.createArrayType(rowType(other), false));
      fields.add(coalesce(col(name(side, other)), none).as(other.table().name()));
    }
    return struct(fields.toArray(Column[]::new));
  }

  private static Column typed(Column text, StructField field) {
    return text.cast(typeOf(field)).as(field.name());
  }

  private static StructType rowType(ComparedTable table) {
    return DataTypes.createStructType(
        table.columns().stream()
            .map(field -> DataTypes.createStructField(field.name(), typeOf(field), true))
            .toList());
  }

  /** Lists stay the texts as which they were compared. */
  private static DataType typeOf(StructField field) {
    return field.dataType() instanceof ArrayType ? DataTypes.StringType : field.dataType();
  }

  private static String name(String side, ComparedTable table) {
    return side + "_" + table.table().name();
  }

  private Dataset<Row> joined(
      Dataset<Row> rows, Dataset<Row> patients, TableDefinition table, Tables tables, String name) {
    ComparedTable other = ComparedTable.named(table.name()).orElseThrow();
    Column[] fields =
        other.columns().stream()
            .map(f -> col(f.name()).cast(typeOf(f)).as(f.name()))
            .toArray(Column[]::new);
    String[] patient = {Registry.CENTER, Registry.PATIENT_ID};
    Dataset<Row> lists =
        tables
            .read(table)
            .join(patients, patient, "left_semi")
            .groupBy(col(Registry.CENTER), col(Registry.PATIENT_ID))
            .agg(collect_list(struct(fields)).as(name));
    return rows.join(lists, patient, "left");
  }
}
