package org.hepatica.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hepatica.table.Results;

/** Sites of first recurrence: a row a site, columns the groups of each grouping. */
final class RecurrenceSection {

  private final Labels labels;
  private final List<TidyRow> rows;
  private final Map<String, List<String>> groups = new LinkedHashMap<>();

  private RecurrenceSection(ReportInput input) {
    this.labels = new Labels(input.study());
    this.rows = input.rows(Results.RECURRENCE_SITE);
    rows.stream()
        .map(row -> row.text(Results.BY))
        .distinct()
        .sorted(java.util.Comparator.comparing(by -> !by.isEmpty()))
        .forEach(by -> groups.put(by, groupsOf(by)));
  }

  static Optional<Section> of(ReportInput input) {
    RecurrenceSection section = new RecurrenceSection(input);
    return section.rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Section.of("recurrence", "First recurrence", List.of(), List.of(section.grid())));
  }

  private List<String> groupsOf(String by) {
    return rows.stream()
        .filter(row -> row.is(Results.BY, by))
        .map(row -> row.text(Results.GROUP))
        .distinct()
        .sorted(labels.order(by))
        .toList();
  }

  private Grid grid() {
    List<Grid.Head> top = new ArrayList<>(List.of(new Grid.Head("", 1)));
    List<String> second = new ArrayList<>(List.of("Site"));
    groups.forEach(
        (by, of) -> {
          top.add(new Grid.Head(labels.by(by), of.size() + (by.isEmpty() ? 0 : 1)));
          of.forEach(group -> second.add(labels.group(by, group) + ", " + size(by, group)));
          if (!by.isEmpty()) {
            second.add("P");
          }
        });
    List<Grid.Line> lines =
        rows.stream().map(row -> row.text(Results.SITE)).distinct().map(this::line).toList();
    String align = "l" + "r".repeat(second.size() - 1);
    return new Grid(
        "Sites of first recurrence, n (%)",
        align,
        List.of(top, Grid.heads(second)),
        lines,
        List.of("Percentages are of all patients of the group. P: " + tests() + "."));
  }

  private String size(String by, String group) {
    return rows.stream()
        .filter(row -> row.is(Results.BY, by) && row.is(Results.GROUP, group))
        .findFirst()
        .map(row -> Show.n(row.count(Results.N)))
        .orElse("");
  }

  private Grid.Line line(String site) {
    List<String> cells = new ArrayList<>(List.of(Show.capital(site)));
    groups.forEach(
        (by, of) -> {
          List<TidyRow> cellsOf =
              rows.stream().filter(r -> r.is(Results.SITE, site) && r.is(Results.BY, by)).toList();
          of.forEach(group -> cells.add(cell(cellsOf, group)));
          if (!by.isEmpty()) {
            cells.add(p(cellsOf));
          }
        });
    return Grid.Line.of(cells);
  }

  private static String cell(List<TidyRow> rows, String group) {
    return rows.stream()
        .filter(row -> row.is(Results.GROUP, group))
        .findFirst()
        .map(row -> Show.countPercent(row.count(Results.COUNT), row.number(Results.PERCENT)))
        .orElse("");
  }

  private static String p(List<TidyRow> rows) {
    return rows.stream()
        .map(row -> Show.p(row.number(Results.P_VALUE)))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private String tests() {
    List<String> tests =
        rows.stream().map(r -> r.text(Results.TEST)).filter(t -> !t.isEmpty()).distinct().toList();
    return tests.isEmpty() ? "none" : String.join(" or ", tests);
  }
}
