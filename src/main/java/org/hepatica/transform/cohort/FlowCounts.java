package org.hepatica.transform.cohort;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.hepatica.table.Gold.EXCLUDED_BY;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study.Rule;
import org.hepatica.table.Gold;

/** Counts a rule, from how many subjects each rule excludes. */
final class FlowCounts {

  private static final String ALL = "n_all";

  private FlowCounts() {}

  /** A row a rule, in order; what enters the first rule is every subject. */
  static Dataset<Row> of(Dataset<Row> subjects, List<Rule> rules) {
    Column[] excluded =
        rules.stream()
            .map(rule -> count_if(col(EXCLUDED_BY).equalTo(rule.id())).as(rule.id()))
            .toArray(Column[]::new);
    return subjects
        .agg(count(lit(1)).as(ALL), excluded)
        .select(inline(array(steps(rules).toArray(Column[]::new))));
  }

  private static List<Column> steps(List<Rule> rules) {
    List<Column> steps = new ArrayList<>();
    Column reach = col(ALL);
    for (Rule rule : rules) {
      Column excluded = col("`" + rule.id() + "`");
      Column pass = reach.minus(excluded);
      steps.add(step(steps.size() + 1, rule, reach, pass, excluded));
      reach = pass;
    }
    return steps;
  }

  private static Column step(int number, Rule rule, Column reach, Column pass, Column excluded) {
    return struct(
        lit(number).as(Gold.STEP),
        lit(rule.id()).as(Gold.RULE_ID),
        lit(rule.label()).as(Gold.LABEL),
        reach.as(Gold.N_IN),
        pass.as(Gold.N_OUT),
        excluded.as(Gold.N_EXCLUDED));
  }
}
