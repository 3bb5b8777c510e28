package org.hepatica.transform.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.hepatica.protocol.RuleSet;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;

/**
 * What the names in a rule's SQL stand for: columns of its own row; tables of {@code with}; columns
 * of those after the table's name.
 */
final class RuleSql {

  /** Columns of judged rows beside their values. */
  private static final Set<String> LINEAGE =
      Registry.LINEAGE.stream()
          .map(org.hepatica.table.Column::name)
          .collect(Collectors.toUnmodifiableSet());

  private final RuleSet.Rule rule;
  private final TableDefinition table;

  /** Of a rule whose table is known. */
  RuleSql(RuleSet.Rule rule) {
    this.rule = rule;
    this.table = Mappings.table(rule.table()).orElseThrow();
  }

  /** Whether a table has one row a patient at most. */
  static boolean isOneRow(TableDefinition table) {
    return table.key().equals(List.of(Registry.CENTER, Registry.PATIENT_ID));
  }

  /** A row of a table as rules see it: its columns beside the lineage. */
  static StructType rowType(TableDefinition table) {
    return new StructType(
        Stream.of(table.schema().fields())
            .filter(field -> !LINEAGE.contains(field.name()))
            .map(field -> DataTypes.createStructField(field.name(), field.dataType(), true))
            .toArray(StructField[]::new));
  }

  /** A patient's rows of a table as rules see them: one row, or an array of rows. */
  static DataType rowsType(TableDefinition table) {
    StructType row = rowType(table);
    return isOneRow(table) ? row : DataTypes.createArrayType(row, false);
  }

  /** The columns of the rule's own rows. */
  List<String> columns() {
    return List.of(table.schema().fieldNames());
  }

  /** The type of what a name stands for; empty when it stands for nothing. */
  Optional<DataType> type(List<String> name) {
    return resolve(
        name,
        StructField::dataType,
        (with, field) -> {
          DataType type = rowType(with).apply(field).dataType();
          return isOneRow(with) ? type : DataTypes.createArrayType(type, true);
        },
        RuleSql::rowsType);
  }

  /** Whether the rule does not hold of a judged row; never null. SQL that fails does not hold. */
  Column fails() {
    Column must = SourceSql.withDateOrder(rule.must()).over(name -> column(name).orElseThrow());
    Column tried = SourceSql.tried(struct(coalesce(must, lit(true)).as("v")));
    return coalesce(tried.getField("v"), lit(false)).equalTo(false);
  }

  /** The text of the blamed column. */
  Column blamed() {
    return Judged.text(table, rule.column());
  }

  private Optional<Column> column(List<String> name) {
    return resolve(
        name,
        field ->
            LINEAGE.contains(field.name())
                ? col(field.name())
                : Judged.text(table, field.name()).cast(field.dataType()),
        (with, field) -> col(with.name()).getField(field),
        with -> col(with.name()));
  }

  private <T> Optional<T> resolve(
      List<String> name,
      Function<StructField, T> own,
      BiFunction<TableDefinition, String, T> inside,
      Function<TableDefinition, T> whole) {
    String first = name.get(0);
    Optional<TableDefinition> with =
        rule.with().contains(first) ? Mappings.table(first) : Optional.empty();
    if (name.size() == 2) {
      return with.filter(t -> List.of(rowType(t).fieldNames()).contains(name.get(1)))
          .map(t -> inside.apply(t, name.get(1)));
    }
    if (name.size() > 2) {
      return Optional.empty();
    }
    return with.map(whole)
        .or(
            () ->
                Stream.of(table.schema().fields())
                    .filter(field -> field.name().equals(first))
                    .findFirst()
                    .map(own));
  }
}
