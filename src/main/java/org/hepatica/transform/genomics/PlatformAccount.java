package org.hepatica.transform.genomics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.quality.Copies;
import org.hepatica.quality.Issue;
import org.hepatica.quality.Reconciliation;
import org.hepatica.quality.Rules;
import org.hepatica.quality.Typed;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/** What became of every platform record: accepted unless it is defective, withheld or a copy. */
final class PlatformAccount {

  private static final List<String> LINEAGE =
      List.of(Registry.CENTER, Registry.DELIVERY, Registry.SOURCE_FILE, Registry.SOURCE_LINE);

  private static final String RULE_IN_FRONT = "^([a-z][a-z0-9-]*): ";

  private PlatformAccount() {}

  /** Records that their reader could not read, as quarantine. */
  static Dataset<Row> defects(Dataset<Row> records) {
    Column rule = regexp_extract(col(Operational.DEFECT), RULE_IN_FRONT, 1);
    return records
        .where(col(Operational.DEFECT).isNotNull())
        .withColumn(Operational.TABLE, lit(null))
        .withColumn(Operational.LEVEL, lit(Issue.RECORD))
        .withColumn(Operational.RULE, when(rule.equalTo(""), lit(Rules.UNREADABLE)).otherwise(rule))
        .withColumn(Operational.COLUMN, lit(null))
        .withColumn(Operational.VALUE, lit(null))
        .withColumn(Operational.REASON, regexp_replace(col(Operational.DEFECT), RULE_IN_FRONT, ""))
        .select(typed());
  }

  /** Columns of the quarantine in its schema. */
  static Column[] typed() {
    return Arrays.stream(Operational.QUARANTINE.schema().fields())
        .map(field -> Typed.as(field, col(field.name())))
        .toArray(Column[]::new);
  }

  /** Counts by file, in the schema of {@link Operational#RECONCILIATION}. */
  static Dataset<Row> reconciliation(Dataset<Row> records, Dataset<Row> quarantine) {
    Dataset<Row> withheld =
        quarantine
            .where(col(Operational.LEVEL).equalTo(Issue.RECORD))
            .select(LINEAGE.stream().map(name -> col(name).as("q_" + name)).toArray(Column[]::new))
            .distinct();
    Column same =
        LINEAGE.stream()
            .map(name -> col(name).equalTo(col("q_" + name)))
            .reduce(Column::and)
            .orElseThrow();
    Column fate =
        when(col(Copies.MARK), lit(Reconciliation.DUPLICATE))
            .when(col("q_" + Registry.CENTER).isNotNull(), lit(Reconciliation.QUARANTINED))
            .otherwise(lit(Reconciliation.ACCEPTED));
    Dataset<Row> fates =
        Copies.marked(records)
            .select(
                Stream.concat(LINEAGE.stream(), Stream.of(Operational.EXPORT, Copies.MARK))
                    .map(name -> col(name))
                    .toArray(Column[]::new))
            .join(withheld, same, "left")
            .withColumn(Reconciliation.FATE, fate);
    return Reconciliation.of(records, fates);
  }
}
