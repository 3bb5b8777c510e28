package org.hepatica.transform.refresh;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
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
import java.util.stream.Stream;
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

/**
 * The rules of one table: over a row before and after, and over the same patient's rows of other
 * tables. They are all held against the table's rows in one pass.
 */
final class RulesOfTable {

  private static final String HIT = "hit";

  private final List<ChangeSet.Implausible> rules;
  private final ComparedTable compared;
  private final List<ComparedTable> with;

  /** Of rules of one table; it and those that they see are known. */
  RulesOfTable(List<ChangeSet.Implausible> rules) {
    this.rules = List.copyOf(rules);
    this.compared = ComparedTable.named(rules.get(0).table()).orElseThrow();
    this.with =
        rules.stream()
            .flatMap(rule -> rule.with().stream())
            .distinct()
            .map(name -> ComparedTable.named(name).orElseThrow())
            .toList();
  }

  /** What {@code before} and {@code after} are each. */
  StructType side() {
    List<StructField> fields = new ArrayList<>(rowType(compared).fields().length);
    fields.addAll(List.of(rowType(compared).fields()));
    with.forEach(
        other ->
            fields.add(
                DataTypes.createStructField(
                    other.table().name(), DataTypes.createArrayType(rowType(other), false), true)));
    return DataTypes.createStructType(fields);
  }

  /** The changes to which one applies; rows of {@link Refresh#CHANGE}. */
  Dataset<Row> applied(Dataset<Row> differences, Tables then, Tables now) {
    Dataset<Row> rows = differences.where(col(Operational.TABLE).equalTo(compared.table().name()));
    Dataset<Row> patients = rows.select(Registry.CENTER, Registry.PATIENT_ID).distinct();
    for (ComparedTable other : with) {
      rows = joined(rows, patients, other.table(), then, name(Refresh.BEFORE, other));
      rows = joined(rows, patients, other.table(), now, name(Refresh.AFTER, other));
    }
    Column[] hits = rules.stream().map(RulesOfTable::hit).toArray(Column[]::new);
    Dataset<Row> found =
        rows.withColumn(Refresh.BEFORE, side(WAS, Refresh.BEFORE))
            .withColumn(Refresh.AFTER, side(IS, Refresh.AFTER))
            .withColumn(HIT, explode(array_compact(array(hits))));
    Map<String, Column> columns = new HashMap<>();
    Stream.of(
            Operational.COLUMN,
            Refresh.BEFORE,
            Refresh.AFTER,
            Operational.RULE,
            Operational.SEVERITY,
            Operational.MESSAGE)
        .forEach(name -> columns.put(name, col(HIT).getField(name)));
    columns.put(Refresh.KIND, lit(Refresh.IMPLAUSIBLE));
    columns.put(Refresh.ITEM, PatientChanges.item());
    return ChangeRows.shaped(found, columns);
  }

  /** What is told where a rule applies; null where it does not. */
  private static Column hit(ChangeSet.Implausible rule) {
    String column = rule.column();
    Column told =
        struct(
            lit(column).as(Operational.COLUMN),
            col(Refresh.BEFORE).getField(column).cast("string").as(Refresh.BEFORE),
            col(Refresh.AFTER).getField(column).cast("string").as(Refresh.AFTER),
            lit(rule.name()).as(Operational.RULE),
            lit(rule.severity()).as(Operational.SEVERITY),
            lit(rule.message()).as(Operational.MESSAGE));
    return when(coalesce(tried(rule.when()), lit(false)), told);
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
      fields.add(typed(when(col(cells).isNotNull(), key), compared.key().get(i)));
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
