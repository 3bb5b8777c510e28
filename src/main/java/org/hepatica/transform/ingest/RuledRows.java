package org.hepatica.transform.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.RuleSet;
import org.hepatica.quality.Issue;
import org.hepatica.quality.Quarantine;
import org.hepatica.quality.Reconciliation;
import org.hepatica.quality.RuleCounts;
import org.hepatica.table.Operational;
import org.hepatica.table.TableDefinition;

/**
 * Judged rows held against quality rules: first each row alone, then with what is left of the
 * patient's other rows, once. Nothing is read again for it: rules of rows are a projection of the
 * plan that there is, and rules of patients take one shuffle more, however many they are.
 *
 * <p>A row that repeats a standing one is judged like it, so that its record is not accepted where
 * no row of it stands.
 */
final class RuledRows {

  private static final String FOUND = "found";

  private final RuleSet rules;

  RuledRows(RuleSet rules) {
    this.rules = rules;
  }

  /**
   * The same rows and {@link RuleCounts}' columns; those that fail a rejecting rule do not stand.
   */
  Dataset<Row> judge(Dataset<Row> decided) {
    Dataset<Row> held =
        decided
            .withColumn(RuleCounts.HELD, col(Judged.STANDS))
            .withColumn(RuleCounts.FAILED, array().cast("array<string>"));
    Dataset<Row> alone = judge(held, rules.ofRows());
    List<TableDefinition> seen =
        rules.ofPatients().rules().stream()
            .flatMap(rule -> rule.with().stream())
            .distinct()
            .map(name -> Mappings.table(name).orElseThrow())
            .toList();
    return seen.isEmpty()
        ? alone
        : judge(PatientRows.beside(alone, seen), rules.ofPatients())
            .drop(seen.stream().map(TableDefinition::name).toArray(String[]::new));
  }

  private static Dataset<Row> judge(Dataset<Row> rows, RuleSet rules) {
    if (rules.isEmpty()) {
      return rows;
    }
    Column isRow =
        col(Reconciliation.FATE)
            .equalTo(Reconciliation.ACCEPTED)
            .and(col(Judged.VALUES).isNotNull());
    Column rejected = exists(col(FOUND), RuledRows::rejects);
    Dataset<Row> found = rows.withColumn(FOUND, when(isRow, found(rules)));
    Map<String, Column> columns = new LinkedHashMap<>();
    columns.put(
        RuleCounts.FAILED,
        when(
                col(FOUND).isNotNull(),
                concat(
                    col(RuleCounts.FAILED),
                    transform(col(FOUND), each -> each.getField(Operational.RULE))))
            .otherwise(col(RuleCounts.FAILED)));
    columns.put(Judged.STANDS, col(Judged.STANDS).and(not(coalesce(rejected, lit(false)))));
    columns.put(
        Reconciliation.FATE,
        when(rejected, lit(Reconciliation.QUARANTINED)).otherwise(col(Reconciliation.FATE)));
    columns.put(
        Quarantine.ISSUES,
        when(rejected, concat(col(Quarantine.ISSUES), filter(col(FOUND), RuledRows::rejects)))
            .otherwise(col(Quarantine.ISSUES)));
    return found.withColumns(columns).drop(FOUND);
  }

  /** Of a warning the level stays empty: it is no reason to withhold anything. */
  private static Column rejects(Column issue) {
    return coalesce(issue.getField(Operational.LEVEL).equalTo(Issue.RECORD), lit(false));
  }

  /** An issue for each rule of the row's table that does not hold; null for other tables. */
  private static Column found(RuleSet rules) {
    Map<String, List<Column>> byTable = new LinkedHashMap<>();
    for (RuleSet.Rule rule : rules.rules()) {
      byTable.computeIfAbsent(rule.table(), name -> new ArrayList<>()).add(issue(rule));
    }
    Column found = null;
    for (Map.Entry<String, List<Column>> table : byTable.entrySet()) {
      Column isOf = col(Operational.TABLE).equalTo(table.getKey());
      Column issues = array_compact(array(table.getValue().toArray(Column[]::new)));
      found = found == null ? when(isOf, issues) : found.when(isOf, issues);
    }
    return found;
  }

  private static Column issue(RuleSet.Rule rule) {
    RuleSql sql = new RuleSql(rule);
    String level = rule.rejects() ? Issue.RECORD : null;
    return when(
        sql.fails(), Issue.of(level, rule.name(), rule.column(), sql.blamed(), rule.message()));
  }
}
