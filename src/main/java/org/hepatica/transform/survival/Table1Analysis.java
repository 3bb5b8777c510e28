package org.hepatica.transform.survival;

import static org.hepatica.transform.survival.ResultRows.orNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hepatica.protocol.Study.Row;
import org.hepatica.protocol.Study.Table1;
import org.hepatica.survival.ContingencyTest;
import org.hepatica.survival.RankSumTest;
import org.hepatica.survival.ValueCounts;
import org.hepatica.table.Results;
import org.hepatica.transform.survival.Groups.Group;

/** Table 1: each variable by group and in all, its missing counted, with a named test. */
final class Table1Analysis {

  private static final int GROUP = 0;
  private static final int PRESENT = 1;
  private static final int VALUE = 2;

  private final Questions questions;
  private final Table1 table;
  private final Map<Row, Question> asked = new LinkedHashMap<>();

  Table1Analysis(Questions questions, Table1 table) {
    this.questions = questions;
    this.table = table;
    int group = questions.grouping(table.by());
    for (Row row : table.rows()) {
      asked.put(
          row,
          questions.ask(
              Optional.empty(),
              List.of(group, questions.number(present(row)), questions.number(value(row)))));
    }
  }

  /** SQL of whether a row's value is there. */
  private static String present(Row row) {
    String value = row.show().equals("count") ? row.value() : number(row);
    return "(" + value + ") is not null";
  }

  /** SQL of a row's value as a number; a missing one is 0, told apart by {@link #present}. */
  private static String value(Row row) {
    if (!row.show().equals("count")) {
      return "coalesce(" + number(row) + ", 0.0)";
    }
    StringBuilder sql = new StringBuilder("case cast((").append(row.value()).append(") as string)");
    int level = 0;
    for (String name : row.levels().keySet()) {
      sql.append(" when '").append(name.replace("'", "\\'")).append("' then ").append(level++);
    }
    return sql.append(" else -1 end").toString();
  }

  /** A text that is no number is missing, and counted so. */
  private static String number(Row row) {
    return "try_cast((" + row.value() + ") as double)";
  }

  void write(ResultRows rows) {
    List<Group> groups = new ArrayList<>(Groups.cross(questions.study(), List.of(table.by())));
    int order = 0;
    for (Map.Entry<Row, Question> entry : asked.entrySet()) {
      Cells cells = questions.of(entry.getValue());
      order++;
      switch (entry.getKey().show()) {
        case "count" -> counts(rows, order, entry.getKey(), cells, groups);
        case "yes" -> yes(rows, order, entry.getKey(), cells, groups);
        default -> quantiles(rows, order, entry.getKey(), cells, groups);
      }
    }
  }

  private void counts(ResultRows rows, int order, Row row, Cells cells, List<Group> groups) {
    List<String> levels = List.copyOf(row.levels().keySet());
    TestOutcome test = contingency(cells, groups, levels.size());
    for (int level = 0; level < levels.size(); level++) {
      level(rows, order, row, levels.get(level), level, cells, groups, test);
    }
  }

  private void yes(ResultRows rows, int order, Row row, Cells cells, List<Group> groups) {
    String name = row.level().isEmpty() ? "yes" : row.level();
    level(rows, order, row, name, 1, cells, groups, contingency(cells, groups, 2));
  }

  private void level(
      ResultRows rows,
      int order,
      Row row,
      String name,
      int value,
      Cells cells,
      List<Group> groups,
      TestOutcome test) {
    for (Group group : withAll(groups)) {
      Cells mine = group.of(cells, GROUP);
      Cells known = mine.where(PRESENT, 1);
      long count = known.where(VALUE, value).n();
      rows.add(
          Results.TABLE1,
          order,
          row.id(),
          row.label(),
          name,
          "count",
          group.name(),
          known.n(),
          mine.n() - known.n(),
          count,
          known.n() == 0 ? null : 100.0 * count / known.n(),
          null,
          null,
          null,
          test.name(),
          test.p());
    }
  }

  private void quantiles(ResultRows rows, int order, Row row, Cells cells, List<Group> groups) {
    boolean range = row.show().equals("median-range");
    TestOutcome test = rankSum(cells, groups);
    for (Group group : withAll(groups)) {
      Cells mine = group.of(cells, GROUP);
      ValueCounts known = mine.where(PRESENT, 1).values(VALUE);
      rows.add(
          Results.TABLE1,
          order,
          row.id(),
          row.label(),
          "",
          row.show(),
          group.name(),
          known.n(),
          mine.n() - known.n(),
          null,
          null,
          orNull(known.median()),
          orNull(known.quantile(range ? 0 : 0.25)),
          orNull(known.quantile(range ? 1 : 0.75)),
          test.name(),
          test.p());
    }
  }

  private static List<Group> withAll(List<Group> groups) {
    List<Group> all = new ArrayList<>(groups);
    all.add(new Group(Groups.ALL, List.of()));
    return all;
  }

  private static TestOutcome contingency(Cells cells, List<Group> groups, int levels) {
    long[][] counts = new long[groups.size()][levels];
    for (int g = 0; g < groups.size(); g++) {
      Cells known = groups.get(g).of(cells, GROUP).where(PRESENT, 1);
      for (int level = 0; level < levels; level++) {
        counts[g][level] = known.where(VALUE, level).n();
      }
    }
    return TestOutcome.of(ContingencyTest.withDefaults().test(counts));
  }

  private static TestOutcome rankSum(Cells cells, List<Group> groups) {
    if (groups.size() != 2) {
      return TestOutcome.NONE;
    }
    List<ValueCounts> values =
        groups.stream()
            .map(group -> group.of(cells, GROUP).where(PRESENT, 1).values(VALUE))
            .toList();
    return TestOutcome.of(RankSumTest.withDefaults().test(values.get(0), values.get(1)));
  }
}
