package org.hepatica.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hepatica.protocol.Study;
import org.hepatica.table.Gold;
import org.hepatica.table.Results;

/** Table 1: patients by group. */
final class Table1Section {

  private final Study.Table1 table;
  private final Labels labels;
  private final List<TidyRow> rows;
  private final List<String> groups;

  private Table1Section(Study study, Study.Table1 table, List<TidyRow> rows) {
    this.table = table;
    this.labels = new Labels(study);
    this.rows = rows;
    this.groups =
        rows.stream()
            .map(row -> row.text(Results.GROUP))
            .distinct()
            .sorted(allLast().thenComparing(labels.order(table.by())))
            .toList();
  }

  static Optional<Section> of(ReportInput input) {
    List<TidyRow> rows = TidyRow.sorted(input.rows(Results.TABLE1), Results.STEP);
    return input
        .study()
        .table1()
        .filter(table -> !rows.isEmpty())
        .map(table -> new Table1Section(input.study(), table, rows).section());
  }

  private Section section() {
    return Section.of("table1", "Characteristics", List.of(), List.of(grid()));
  }

  private Grid grid() {
    List<String> head = new ArrayList<>(List.of("Characteristic"));
    groups.forEach(group -> head.add(labels.group(table.by(), group) + ", " + size(group)));
    head.addAll(List.of("P", "Test"));
    Map<String, List<TidyRow>> variables =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.text(Results.VARIABLE), LinkedHashMap::new, Collectors.toList()));
    List<Grid.Line> lines = new ArrayList<>();
    variables.values().forEach(variable -> lines.addAll(variable(variable)));
    return Grid.of(table.title(), "l" + "r".repeat(groups.size() + 1) + "l", head, lines)
        .withNotes(List.of("Percentages are of the patients whose value is known."));
  }

  private String size(String group) {
    return rows.stream()
        .filter(row -> row.is(Results.GROUP, group))
        .findFirst()
        .map(row -> Show.n(row.count(Results.N) + row.count(Results.MISSING)))
        .orElse("");
  }

  private List<Grid.Line> variable(List<TidyRow> variable) {
    TidyRow first = variable.get(0);
    List<String> levels = variable.stream().map(r -> r.text(Results.LEVEL)).distinct().toList();
    List<Grid.Line> lines = new ArrayList<>();
    String label = first.text(Gold.LABEL) + ", " + shown(first.text(Results.KIND));
    if (levels.size() == 1) {
      lines.add(line("", label, variable, Table1Section::value, first));
    } else {
      lines.add(line("", label, List.of(), row -> "", first));
      for (String level : levels) {
        List<TidyRow> ofLevel = variable.stream().filter(r -> r.is(Results.LEVEL, level)).toList();
        lines.add(line("indent", level(first, level), ofLevel, Table1Section::value, null));
      }
    }
    if (variable.stream().anyMatch(row -> row.count(Results.MISSING) > 0)) {
      List<TidyRow> once =
          variable.stream().filter(r -> r.is(Results.LEVEL, levels.get(0))).toList();
      Function<TidyRow, String> missing = row -> Show.count(row.count(Results.MISSING));
      lines.add(line("indent missing", "Not known", once, missing, null));
    }
    return lines;
  }

  private Grid.Line line(
      String style,
      String label,
      List<TidyRow> ofLevel,
      Function<TidyRow, String> show,
      TidyRow tested) {
    List<String> cells = new ArrayList<>(List.of(label));
    for (String group : groups) {
      cells.add(
          ofLevel.stream()
              .filter(row -> row.is(Results.GROUP, group))
              .findFirst()
              .map(show)
              .orElse(""));
    }
    cells.add(tested == null ? "" : Show.p(tested.number(Results.P_VALUE)));
    cells.add(tested == null ? "" : tested.text(Results.TEST));
    return Grid.Line.styled(style, cells);
  }

  private String level(TidyRow row, String level) {
    return table.rows().stream()
        .filter(r -> r.id().equals(row.text(Results.VARIABLE)))
        .findFirst()
        .map(r -> r.levels().getOrDefault(level, level))
        .orElse(level);
  }

  private static String value(TidyRow row) {
    if (row.is(Results.KIND, "count")) {
      return Show.countPercent(row.count(Results.COUNT), row.number(Results.PERCENT));
    }
    Double median = row.number(Results.MEDIAN);
    return Show.plain(median, row.number(Results.LOW), row.number(Results.HIGH));
  }

  private static String shown(String kind) {
    return switch (kind) {
      case "median-range" -> "median (range)";
      case "median-quartiles" -> "median (quartiles)";
      default -> "n (%)";
    };
  }

  private static Comparator<String> allLast() {
    return Comparator.comparing(group -> group.equals(Labels.ALL));
  }
}
