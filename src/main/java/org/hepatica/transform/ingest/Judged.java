package org.hepatica.transform.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hepatica.quality.Issue;
import org.hepatica.quality.Quarantine;
import org.hepatica.quality.Reconciliation;
import org.hepatica.quality.Rules;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import scala.jdk.javaapi.CollectionConverters;

/** What became of records, one row a record and table; everything else is a view of it. */
final class Judged {

  static final String ORDER = "ordinal";
  static final String KEY = "row_key";
  static final String VALUES = "row_values";
  static final String STANDS = "stands";

  /** Schema of rows before it is known which of those under one key stands. */
  static final StructType TYPE =
      new StructType()
          .add(Registry.CENTER, DataTypes.StringType, false)
          .add(Operational.EXPORT, DataTypes.StringType, false)
          .add(Registry.DELIVERY, DataTypes.StringType, false)
          .add(Registry.SOURCE_FILE, DataTypes.StringType, false)
          .add(Registry.SOURCE_LINE, DataTypes.LongType, false)
          .add(Registry.VALID_FROM, DataTypes.DateType, false)
          .add(Registry.VALID_TO, DataTypes.DateType, true)
          .add(Operational.TABLE, DataTypes.StringType, true)
          .add(Reconciliation.FATE, DataTypes.StringType, false)
          .add(ORDER, DataTypes.IntegerType, false)
          .add(KEY, DataTypes.StringType, true)
          .add(VALUES, DataTypes.createArrayType(DataTypes.StringType, true), true)
          .add(Quarantine.ISSUES, DataTypes.createArrayType(Issue.TYPE, false), false);

  private Judged() {}

  /** The text of a judged row's column; null where it has none. */
  static Column text(TableDefinition table, String column) {
    return col(VALUES).getItem(MappingPlan.columnsOf(table).indexOf(column));
  }

  /** The patient of a row of the registry; null in a table without patients. */
  static Column patient() {
    Column patient = lit(null).cast("string");
    for (TableDefinition table : Registry.ALL) {
      if (MappingPlan.columnsOf(table).contains(Registry.PATIENT_ID)) {
        Column isHere = col(Operational.TABLE).equalTo(table.name());
        patient = when(isHere, text(table, Registry.PATIENT_ID)).otherwise(patient);
      }
    }
    return patient;
  }

  /** What tells a record from every other of its centre. */
  static Column alone() {
    return concat(
        col(Registry.DELIVERY),
        lit("\n"),
        col(Registry.SOURCE_FILE),
        lit("\n"),
        col(Registry.SOURCE_LINE));
  }

  /** Whether it is of what holds now. */
  static Column holds() {
    return col(Registry.VALID_TO).isNull();
  }

  /** A row of a table. */
  static Row row(
      Row record, String table, int order, String key, List<String> values, List<Issue> issues) {
    return of(record, table, Reconciliation.ACCEPTED, order, key, values, issues);
  }

  /** A record withheld from a table, or from all when the table is null. */
  static Row withheld(Row record, String table, List<Issue> issues) {
    return of(record, table, Reconciliation.QUARANTINED, 0, null, null, issues);
  }

  /** A record that is no row of any table and no trouble. */
  static Row without(Row record, String fate) {
    return of(record, null, fate, 0, null, null, List.of());
  }

  /**
   * Decides between rows of one key: the first by delivery, file and line stands, the same content
   * again is accepted silently, other content is quarantined naming the line that stands.
   */
  static Dataset<Row> decide(Dataset<Row> rows) {
    WindowSpec byKey =
        Window.partitionBy(
                col(Operational.TABLE),
                col(Registry.CENTER),
                col(Registry.VALID_FROM),
                coalesce(col(KEY), alone()))
            .orderBy(
                col(Registry.DELIVERY),
                col(Registry.SOURCE_FILE),
                col(Registry.SOURCE_LINE),
                col(ORDER));
    Column isRow = col(KEY).isNotNull();
    Column number = row_number().over(byKey);
    Column other = isRow.and(not(col(VALUES).eqNullSafe(col("standing").getField(VALUES))));
    return rows.withColumn(
            "standing",
            first(struct(col(VALUES), col(Registry.SOURCE_FILE), col(Registry.SOURCE_LINE)))
                .over(byKey))
        .withColumn(STANDS, isRow.and(number.equalTo(1)))
        .withColumn(
            Quarantine.ISSUES, when(other, array(conflict())).otherwise(col(Quarantine.ISSUES)))
        .withColumn(
            Reconciliation.FATE,
            when(other, lit(Reconciliation.QUARANTINED)).otherwise(col(Reconciliation.FATE)))
        .drop("standing", KEY, ORDER);
  }

  private static Column conflict() {
    Column reason =
        concat(
            lit("other content than "),
            col("standing").getField(Registry.SOURCE_FILE),
            lit(":"),
            col("standing").getField(Registry.SOURCE_LINE),
            lit(", which stands, has under the same key; keep the right one at the centre"));
    return struct(
        lit(Issue.RECORD).as(Operational.LEVEL),
        lit(Rules.CONFLICT).as(Operational.RULE),
        lit(null).cast(DataTypes.StringType).as(Operational.COLUMN),
        lit(null).cast(DataTypes.StringType).as(Operational.VALUE),
        reason.as(Operational.REASON));
  }

  private static Row of(
      Row record,
      String table,
      String fate,
      int order,
      String key,
      List<String> values,
      List<Issue> issues) {
    return RowFactory.create(
        record.getAs(Registry.CENTER),
        record.getAs(Operational.EXPORT),
        record.getAs(Registry.DELIVERY),
        record.getAs(Registry.SOURCE_FILE),
        record.getAs(Registry.SOURCE_LINE),
        record.getAs(Registry.VALID_FROM),
        record.getAs(Registry.VALID_TO),
        table,
        fate,
        order,
        key,
        values == null ? null : CollectionConverters.asScala(values).toSeq(),
        CollectionConverters.asScala(issues.stream().map(Issue::toRow).toList()).toSeq());
  }
}
