package org.hepatica.quality;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hepatica.protocol.RuleSet;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/** How many rows each quality rule was held against, and how many fail it. */
public final class RuleCounts {

  /** Whether a row was held against the rules: it stood under its key. */
  public static final String HELD = "held";

  /** The names of the rules that the row fails, warnings included. */
  public static final String FAILED = "failed";

  private static final String ROWS = "rows";
  private static final String OF_TABLE = "of_table";
  private static final String OF_PATIENT = "of_patient";

  private static final StructType RULES =
      new StructType()
          .add(Operational.RULE, DataTypes.StringType)
          .add(Operational.SEVERITY, DataTypes.StringType)
          .add(OF_TABLE, DataTypes.StringType)
          .add(Operational.COLUMN, DataTypes.StringType)
          .add(Operational.MESSAGE, DataTypes.StringType)
          .add(OF_PATIENT, DataTypes.BooleanType);

  private RuleCounts() {}

  /**
   * Rows of {@link Operational#QUALITY}, for every rule at every centre that has a row.
   *
   * <p>Rows are counted once, by table and the rules that they fail; the rules meet only the few
   * counts.
   *
   * @param judged has centre, table, {@link #HELD} and {@link #FAILED}
   */
  public static Dataset<Row> of(Dataset<Row> judged, RuleSet rules) {
    Dataset<Row> counts =
        judged
            .where(col(HELD))
            .groupBy(col(Registry.CENTER), col(Operational.TABLE), col(FAILED))
            .agg(count(lit(1)).as(ROWS));
    Column concerned = col(Operational.TABLE).equalTo(col(OF_TABLE));
    Column gone = col(OF_PATIENT).and(rejectedAlone(rules));
    return counts
        .crossJoin(broadcast(local(judged, rules)))
        .groupBy(
            col(Registry.CENTER),
            col(Operational.RULE),
            col(Operational.SEVERITY),
            col(OF_TABLE).as(Operational.TABLE),
            col(Operational.COLUMN),
            col(Operational.MESSAGE))
        .agg(
            rows(array_contains(col(FAILED), col(Operational.RULE))).as(Operational.FAILING),
            rows(concerned.and(not(gone))).as(Operational.CHECKED))
        .select(
            Arrays.stream(Operational.QUALITY.schema().fields())
                .map(field -> Typed.as(field, col(field.name())))
                .toArray(Column[]::new));
  }

  /** Whether a row was withheld before rules of patients saw it. */
  private static Column rejectedAlone(RuleSet rules) {
    Column[] names =
        rules.ofRows().rules().stream()
            .filter(RuleSet.Rule::rejects)
            .map(rule -> lit(rule.name()))
            .toArray(Column[]::new);
    return names.length == 0
        ? lit(false)
        : coalesce(arrays_overlap(col(FAILED), array(names)), lit(false));
  }

  private static Column rows(Column condition) {
    return sum(when(condition, col(ROWS)).otherwise(lit(0L)));
  }

  private static Dataset<Row> local(Dataset<Row> judged, RuleSet rules) {
    List<Row> rows =
        rules.rules().stream()
            .map(
                rule ->
                    RowFactory.create(
                        rule.name(),
                        rule.severity(),
                        rule.table(),
                        rule.column(),
                        rule.message(),
                        !rule.with().isEmpty()))
            .toList();
    return judged.sparkSession().createDataFrame(rows, RULES);
  }
}
