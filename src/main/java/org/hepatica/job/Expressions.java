package org.hepatica.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.functions;
import org.hepatica.protocol.Expression;
import org.hepatica.protocol.ProtocolException;
import org.hepatica.protocol.Target;
import org.hepatica.table.Column;
import org.hepatica.table.Gold;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import org.hepatica.transform.ingest.RegistryIngest;
import org.hepatica.transform.refresh.ChangeProblems;

/** Holds what conf files say against the tables, before any table is touched. */
final class Expressions {

  /** A function that takes a missing value for false: with it a missing score becomes a level. */
  private static final Pattern IF = Pattern.compile("\\b(if|iff)\\s*\\(", Pattern.CASE_INSENSITIVE);

  private static final String DICTIONARY = "jobs/hepatica dictionary lists ";

  private Expressions() {}

  /**
   * Every problem of the study, its quality rules, its changes and its centres, each with file,
   * line and key.
   */
  static List<String> problems(SparkSession spark, RunPlan plan) {
    List<String> problems = new ArrayList<>();
    Dataset<Row> subject = spark.createDataFrame(List.of(), Gold.SUBJECT.schema());
    for (Expression expression : plan.configuration().studyExpressions(plan.study().name())) {
      if (IF.matcher(expression.sql()).find()) {
        problems.add(
            expression
                .position()
                .problem(
                    "'" + expression.sql() + "': if() takes a missing value for false",
                    "write case when ... then ... when not ... then ... end"));
      }
      problemOf(() -> subject.select(functions.expr(expression.sql())).schema())
          .map(why -> problem(expression, "over subject", why, "the columns of gold/subject"))
          .ifPresent(problems::add);
    }
    problems.addAll(
        RegistryIngest.problems(
            plan.rules(), key -> plan.configuration().rulesPosition(plan.study().name(), key)));
    plan.changes()
        .ifPresent(
            changes ->
                problems.addAll(
                    ChangeProblems.of(
                        changes,
                        key -> plan.configuration().changesPosition(plan.study().name(), key))));
    for (String center : plan.centers().keySet()) {
      plan.configuration().centerTargets(center).stream()
          .flatMap(target -> problemOf(target).stream())
          .forEach(problems::add);
      for (Expression expression : plan.configuration().centerExpressions(center)) {
        problemOf(() -> CatalystSqlParser$.MODULE$.parseExpression(expression.sql()))
            .map(why -> problem(expression, "that parses", why, "nothing of it: mend the SQL"))
            .ifPresent(problems::add);
      }
    }
    return problems;
  }

  /** Fails with every problem. */
  static void check(SparkSession spark, RunPlan plan) {
    List<String> problems = problems(spark, plan);
    if (!problems.isEmpty()) {
      throw new ProtocolException(problems);
    }
  }

  private static String problem(Expression expression, String what, String why, String listed) {
    return expression
        .position()
        .problem("'" + expression.sql() + "' is no SQL " + what + ": " + why, DICTIONARY + listed);
  }

  /** A registry table or column that is none. */
  private static Optional<String> problemOf(Target target) {
    Optional<TableDefinition> table =
        Registry.ALL.stream().filter(t -> t.name().equals(target.table())).findFirst();
    if (table.isEmpty()) {
      String known = Registry.ALL.stream().map(TableDefinition::name).toList().toString();
      return Optional.of(
          target
              .position()
              .problem("'" + target.table() + "' is no registry table", "known tables: " + known));
    }
    List<String> columns = table.get().columns().stream().map(Column::name).toList();
    return target
        .column()
        .filter(column -> !columns.contains(column))
        .map(
            column ->
                target
                    .position()
                    .problem(
                        "'" + column + "' is no column of " + target.table(),
                        "its columns: "
                            + columns.subList(Registry.LINEAGE.size(), columns.size())));
  }

  /** What Spark says against something, in its first sentence. */
  private static Optional<String> problemOf(Supplier<Object> attempt) {
    try {
      attempt.get();
      return Optional.empty();
    } catch (Exception e) {
      if (e instanceof AnalysisException) {
        return Optional.of(firstSentence(e));
      }
      throw e;
    }
  }

  private static String firstSentence(Throwable e) {
    return String.valueOf(e.getMessage())
        .lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse("")
        .replaceFirst(" SQLSTATE.*", "")
        .replaceFirst("; line \\d+ pos \\d+.*", "");
  }
}
