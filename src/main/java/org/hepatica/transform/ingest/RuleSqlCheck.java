package org.hepatica.transform.ingest;

import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.hepatica.protocol.Nearest;
import org.hepatica.protocol.RuleSet;

/** Whether a rule's SQL can be carried out: it parses, knows its names, and is a condition. */
final class RuleSqlCheck {

  /** Something wrong, and what to do about it. */
  record Finding(String what, String remedy) {}

  private final RuleSet.Rule rule;
  private final RuleSql names;

  private RuleSqlCheck(RuleSet.Rule rule) {
    this.rule = rule;
    this.names = new RuleSql(rule);
  }

  /** What is wrong with it; the rule's tables are known. */
  static List<Finding> of(RuleSet.Rule rule) {
    return new RuleSqlCheck(rule).findings();
  }

  private List<Finding> findings() {
    SourceSql sql;
    try {
      sql = SourceSql.withDateOrder(rule.must());
    } catch (Exception e) { // Spark's ParseException, which Scala does not declare
      return List.of(said(" is not SQL: " + SqlCheck.firstLine(e), "mend it"));
    }
    List<Finding> unknown =
        sql.names().stream()
            .filter(name -> names.type(name).isEmpty())
            .distinct()
            .map(this::unknown)
            .toList();
    return unknown.isEmpty() ? analyzed(sql).stream().toList() : unknown;
  }

  private Finding unknown(List<String> name) {
    String first = name.get(0);
    boolean left = RuleProblems.TABLES.contains(first) && !rule.with().contains(first);
    List<String> known = Stream.concat(names.columns().stream(), rule.with().stream()).toList();
    String whole = String.join(".", name);
    return new Finding(
        "there is no '" + whole + "'",
        left
            ? "add " + first + " to with, or take it out"
            : Nearest.remedy(whole, known, "names here"));
  }

  private Optional<Finding> analyzed(SourceSql sql) {
    DataType type;
    try {
      type =
          SparkSession.active()
              .range(0)
              .select(sql.over(name -> lit(null).cast(names.type(name).orElseThrow())).as("must"))
              .schema()
              .apply("must")
              .dataType();
    } catch (Exception e) { // Spark's AnalysisException, which Scala does not declare
      return Optional.of(said(" is refused by Spark: " + SqlCheck.firstLine(e), "mend it"));
    }
    return type.equals(DataTypes.BooleanType)
        ? Optional.empty()
        : Optional.of(
            said(
                " gives " + type.simpleString() + ", neither true nor false",
                "write a condition, such as size_cm > 0"));
  }

  private Finding said(String what, String remedy) {
    return new Finding("'" + rule.must() + "'" + what, remedy);
  }
}
