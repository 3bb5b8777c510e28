package org.hepatica.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import java.util.Arrays;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.hepatica.table.Operational;

/** Rows of {@link Operational#QUARANTINE} from rows that carry their issues. */
public final class Quarantine {

  /** Name of the array of {@link Issue#TYPE}. */
  public static final String ISSUES = "issues";

  private Quarantine() {}

  /**
   * One quarantine row an issue.
   *
   * @param judged has the lineage, {@code export}, {@code table} and {@link #ISSUES}
   */
  public static Dataset<Row> of(Dataset<Row> judged) {
    Dataset<Row> exploded = judged.withColumn("issue", explode(col(ISSUES)));
    return exploded.select(
        Arrays.stream(Operational.QUARANTINE.schema().fields())
            .map(Quarantine::column)
            .toArray(Column[]::new));
  }

  private static Column column(StructField field) {
    boolean ofIssue = Set.of(Issue.TYPE.fieldNames()).contains(field.name());
    return Typed.as(field, ofIssue ? col("issue").getField(field.name()) : col(field.name()));
  }
}
