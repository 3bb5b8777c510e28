package org.hepatica.transform.refresh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.hepatica.protocol.ChangeSet;
import org.hepatica.protocol.Nearest;
import org.hepatica.protocol.Position;
import org.hepatica.table.Gold;
import org.hepatica.table.Refresh;

/** What is wrong with a set of changes; each problem names its place and a remedy. */
public final class ChangeProblems {

  private static final List<String> TABLES =
      ComparedTable.ALL.stream().map(each -> each.table().name()).toList();

  private final Function<String, Optional<Position>> positions;
  private final List<String> problems = new ArrayList<>();

  private ChangeProblems(Function<String, Optional<Position>> positions) {
    this.positions = positions;
  }

  /**
   * All problems, without touching data; needs an active session.
   *
   * @param positions where a key of the set's file stands
   */
  public static List<String> of(ChangeSet changes, Function<String, Optional<Position>> positions) {
    ChangeProblems found = new ChangeProblems(positions);
    changes.implausible().forEach(found::implausible);
    changes.trend().missing().forEach(found::missing);
    changes.alerts().forEach(found::alert);
    return found.problems;
  }

  private void implausible(ChangeSet.Implausible rule) {
    String key = "changes.implausible." + rule.name();
    boolean known = table(key + ".table", rule.table());
    for (String with : rule.with()) {
      known &= table(key + ".with", with);
    }
    if (known) {
      column(key + ".column", rule);
      StructType side = new RulesOfTable(List.of(rule)).side();
      StructType sides = new StructType().add(Refresh.BEFORE, side).add(Refresh.AFTER, side);
      condition(key + ".when", rule.when(), sides, "before.<column> and after.<column>");
    }
  }

  private boolean table(String key, String name) {
    if (!TABLES.contains(name)) {
      problem(
          key,
          "'" + name + "' is no table that is compared",
          Nearest.remedy(name, TABLES, "tables"));
      return false;
    }
    return true;
  }

  private void column(String key, ChangeSet.Implausible rule) {
    List<String> columns =
        ComparedTable.named(rule.table()).orElseThrow().columns().stream()
            .map(StructField::name)
            .toList();
    if (!columns.contains(rule.column())) {
      problem(
          key,
          "'" + rule.column() + "' is no compared column of " + rule.table(),
          Nearest.remedy(rule.column(), columns, "columns"));
    }
  }

  private void missing(String name, String sql) {
    type("changes.trend.missing." + name, sql, Gold.SUBJECT.schema(), "the columns of subject");
  }

  private void alert(ChangeSet.Alert alert) {
    String known = "the counts: " + String.join(", ", NightCounts.NAMES);
    condition("changes.alerts." + alert.name() + ".when", alert.when(), NightCounts.ROW, known);
  }

  private void condition(String key, String sql, StructType over, String known) {
    Optional<DataType> type = type(key, sql, over, known);
    if (type.filter(t -> !t.equals(DataTypes.BooleanType)).isPresent()) {
      problem(
          key,
          "'" + sql + "' gives " + type.get().simpleString() + ", neither true nor false",
          "write a condition over " + known);
    }
  }

  private Optional<DataType> type(String key, String sql, StructType over, String known) {
    try {
      return Optional.of(
          SparkSession.active()
              .createDataFrame(List.of(), over)
              .select(functions.expr(sql).as("it"))
              .schema()
              .apply("it")
              .dataType());
    } catch (Exception e) { // Spark's ParseException and AnalysisException, undeclared by Scala
      problem(key, "'" + sql + "' is no SQL over " + known + ": " + said(e), "mend it");
      return Optional.empty();
    }
  }

  private static String said(Exception e) {
    return Stream.of(String.valueOf(e.getMessage()).split("\n"))
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse("")
        .replaceFirst(" SQLSTATE.*", "")
        .replaceFirst("; line \\d+ pos \\d+.*", "")
        .strip();
  }

  private void problem(String key, String what, String remedy) {
    problems.add(
        positions
            .apply(key)
            .orElseGet(() -> new Position("set of changes", 0, key))
            .problem(what, remedy));
  }
}
