package org.hepatica.transform.refresh;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.dense_rank;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.hepatica.protocol.ChangeSet;
import org.hepatica.table.Gold;
import org.hepatica.table.Operational;
import org.hepatica.table.Refresh;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import org.hepatica.table.Tables;

/** How good the data of a night are, in a few numbers, and the same of the nights before. */
public final class QualityTrend {

  private static final String SHARE = "share_";

  private QualityTrend() {}

  /**
   * The numbers of a night.
   *
   * @param tables of that night
   * @param run its name
   * @param started its start
   * @return rows of {@link Refresh#QUALITY_TREND}
   */
  public static Dataset<Row> ofNight(
      Tables tables, String run, Instant started, ChangeSet.Trend wanted) {
    Map<String, Column> files = new LinkedHashMap<>();
    files.put(Refresh.RECORDS, coalesce(sum(Operational.RECORDS), lit(0)));
    files.put(Refresh.QUARANTINED, coalesce(sum(Operational.QUARANTINED), lit(0)));
    Map<String, Column> rules = new LinkedHashMap<>();
    rules.put(Refresh.FAILING_RULES, count_if(col(Operational.FAILING).gt(0)));
    rules.put(Refresh.FAILING_ROWS, coalesce(sum(Operational.FAILING), lit(0)));
    Dataset<Row> all =
        numbers(tables, Operational.RECONCILIATION, "true", files)
            .union(numbers(tables, Operational.QUALITY, "true", rules))
            .union(
                numbers(tables, Registry.PATIENT, "true", Map.of(Refresh.PATIENTS, count(lit(1)))));
    if (!wanted.missing().isEmpty()) {
      all = all.union(numbers(tables, Gold.SUBJECT, Gold.IN_COHORT, missing(wanted)));
    }
    return all.select(
        lit(run).as(Operational.RUN_ID),
        lit(Timestamp.from(started)).as(Operational.STARTED),
        col(Refresh.MEASURE),
        col(Refresh.NUMBER));
  }

  /**
   * The last nights of two series.
   *
   * @param earlier rows of {@link Refresh#QUALITY_TREND}
   * @param night likewise, of later nights
   * @param runs so many nights in all
   */
  public static Dataset<Row> joined(Dataset<Row> earlier, Dataset<Row> night, int runs) {
    // Not by time alone: a clock may have gone back.
    String isLater = "later";
    Column newest =
        dense_rank()
            .over(
                Window.orderBy(
                    col(isLater).desc(),
                    col(Operational.STARTED).desc(),
                    col(Operational.RUN_ID).desc()));
    return earlier
        .withColumn(isLater, lit(false))
        .union(night.withColumn(isLater, lit(true)))
        .withColumn("place", newest)
        .where(col("place").leq(runs))
        .drop("place", isLater);
  }

  private static Map<String, Column> missing(ChangeSet.Trend wanted) {
    Map<String, Column> shares = new LinkedHashMap<>();
    wanted
        .missing()
        .forEach(
            (name, sql) ->
                shares.put(
                    Refresh.MISSING + name,
                    try_divide(count_if(expr("(" + sql + ") is null")), count(lit(1)))));
    return shares;
  }

  /** A row a number, of aggregates over a table. */
  private static Dataset<Row> numbers(
      Tables tables, TableDefinition table, String where, Map<String, Column> aggregates) {
    List<String> names = List.copyOf(aggregates.keySet());
    Column[] columns =
        Stream.iterate(0, i -> i < names.size(), i -> i + 1)
            .map(i -> aggregates.get(names.get(i)).cast("double").as(SHARE + i))
            .toArray(Column[]::new);
    String pairs =
        Stream.iterate(0, i -> i < names.size(), i -> i + 1)
            .map(i -> "'" + names.get(i) + "', " + SHARE + i)
            .collect(Collectors.joining(", "));
    return tables
        .read(table)
        .where(where)
        .agg(columns[0], Stream.of(columns).skip(1).toArray(Column[]::new))
        .select(
            expr(
                "stack(%d, %s) as (%s, %s)"
                    .formatted(names.size(), pairs, Refresh.MEASURE, "`" + Refresh.NUMBER + "`")));
  }
}
