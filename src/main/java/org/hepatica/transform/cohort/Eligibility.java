package org.hepatica.transform.cohort;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.hepatica.table.Gold.EXCLUDED_BY;
import static org.hepatica.table.Gold.IN_ANALYSIS;
import static org.hepatica.table.Gold.IN_COHORT;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.protocol.Study.Rule;
import org.hepatica.table.Gold;
import org.hepatica.table.Tables;

/**
 * Who is in, by the study's rules in their order.
 *
 * <p>A rule that cannot be told (null) is not satisfied. The first rule that a patient does not
 * satisfy is the one that excludes, whether it excludes from the cohort or, when it only marks,
 * from the analysis.
 */
public final class Eligibility {

  private Eligibility() {}

  /** Adds whether the subject is in the cohort and in the analysis, and what excludes it. */
  public static Dataset<Row> apply(Dataset<Row> subjects, Study study) {
    List<Rule> rules = study.eligibility();
    return subjects
        .withColumn(IN_COHORT, all(rules.stream().filter(rule -> !rule.marks()).toList()))
        .withColumn(IN_ANALYSIS, all(rules))
        .withColumn(EXCLUDED_BY, firstUnsatisfied(rules));
  }

  /** Rows of {@link Gold#COHORT_FLOW}, from {@link Gold#SUBJECT} by one aggregation. */
  public static Dataset<Row> flow(Tables tables, Study study) {
    List<Rule> rules = study.eligibility();
    return Tables.shaped(FlowCounts.of(tables.read(Gold.SUBJECT), rules), Gold.COHORT_FLOW);
  }

  private static Column all(List<Rule> rules) {
    return rules.stream().map(Eligibility::satisfied).reduce(lit(true), Column::and);
  }

  private static Column satisfied(Rule rule) {
    return coalesce(expr(rule.where()), lit(false));
  }

  private static Column firstUnsatisfied(List<Rule> rules) {
    Column[] ids =
        rules.stream()
            .map(rule -> when(not(satisfied(rule)), lit(rule.id())))
            .toArray(Column[]::new);
    return ids.length == 0 ? lit(null) : coalesce(ids);
  }
}
