package org.hepatica.transform.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hepatica.protocol.Nearest;
import org.hepatica.protocol.Position;
import org.hepatica.protocol.RuleSet;
import org.hepatica.quality.Rules;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;

/** What is wrong with quality rules; each problem names its place and a remedy. */
final class RuleProblems {

  /** What the quarantine calls records that rules of the program's own withhold. */
  private static final Set<String> TAKEN =
      Set.of(
          Rules.BAD_VALUE,
          Rules.MISSING_VALUE,
          Rules.BAD_CONDITION,
          Rules.CONFLICT,
          Rules.UNMAPPED,
          Rules.UNREADABLE);

  static final List<String> TABLES = Registry.ALL.stream().map(TableDefinition::name).toList();

  private final String set;
  private final Function<String, Optional<Position>> positions;
  private final List<String> problems = new ArrayList<>();

  private RuleProblems(String set, Function<String, Optional<Position>> positions) {
    this.set = set;
    this.positions = positions;
  }

  /** All problems of a set of rules, without touching data; needs an active session. */
  static List<String> of(RuleSet rules, Function<String, Optional<Position>> positions) {
    RuleProblems found = new RuleProblems(rules.name(), positions);
    rules.rules().forEach(found::rule);
    return found.problems;
  }

  private void rule(RuleSet.Rule rule) {
    if (TAKEN.contains(rule.name())) {
      problem(
          rule, "", "'" + rule.name() + "' is a rule of the program's own", "name it otherwise");
    }
    Optional<TableDefinition> table = table(rule, "table", rule.table());
    List<Optional<TableDefinition>> with =
        rule.with().stream().map(name -> table(rule, "with", name)).toList();
    table.ifPresent(known -> column(rule, known));
    if (table.isPresent() && with.stream().allMatch(Optional::isPresent)) {
      RuleSqlCheck.of(rule).forEach(found -> problem(rule, "must", found.what(), found.remedy()));
    }
  }

  private Optional<TableDefinition> table(RuleSet.Rule rule, String key, String name) {
    Optional<TableDefinition> table = Mappings.table(name);
    if (table.isEmpty()) {
      problem(
          rule,
          key,
          "'" + name + "' is no registry table",
          Nearest.remedy(name, TABLES, "registry tables"));
    }
    return table;
  }

  private void column(RuleSet.Rule rule, TableDefinition table) {
    List<String> columns = MappingPlan.columnsOf(table);
    if (!columns.contains(rule.column())) {
      problem(
          rule,
          "column",
          "'" + rule.column() + "' is no column of " + table.name(),
          Nearest.remedy(rule.column(), columns, "columns"));
    }
  }

  private void problem(RuleSet.Rule rule, String key, String what, String remedy) {
    String whole = "quality.rules." + rule.name();
    Optional<Position> place =
        key.isEmpty() ? positions.apply(whole) : positions.apply(whole + "." + key);
    problems.add(
        place
            .or(() -> positions.apply(whole))
            .orElseGet(() -> new Position("quality rules " + set, 0, whole))
            .problem(what, remedy));
  }
}
