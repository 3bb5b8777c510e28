package org.hepatica.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hepatica.protocol.Study;
import org.hepatica.table.Results;

/** Curves, medians, survival at times, follow-up. */
final class SurvivalSection {

  private final ReportInput input;
  private final Labels labels;
  private final List<Double> times;

  private SurvivalSection(ReportInput input) {
    this.input = input;
    this.labels = new Labels(input.study());
    this.times =
        input.rows(Results.SURVIVAL_AT).stream()
            .map(row -> row.number(Results.TIME_YEARS))
            .distinct()
            .sorted()
            .toList();
  }

  static Optional<Section> of(ReportInput input) {
    SurvivalSection section = new SurvivalSection(input);
    List<org.hepatica.report.figure.KaplanMeierFigure> figures = new CurveFigures(input).all();
    List<Grid> grids = section.grids();
    return figures.isEmpty() && grids.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Section.of("survival", "Survival", figures, grids)
                .with(Map.of("censoring", !figures.isEmpty())));
  }

  private List<Grid> grids() {
    List<Grid> grids = new ArrayList<>();
    input.study().analyses().stream()
        .map(Study.Analysis::endpoint)
        .distinct()
        .map(this::grid)
        .flatMap(Optional::stream)
        .forEach(grids::add);
    followUp().ifPresent(grids::add);
    return grids;
  }

  private Optional<Grid> grid(String endpoint) {
    List<Grid.Line> lines = new ArrayList<>();
    for (Study.Analysis analysis : input.study().analyses()) {
      if (analysis.endpoint().equals(endpoint)) {
        lines.addAll(lines(endpoint, String.join("+", analysis.by())));
      }
    }
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    List<String> head = new ArrayList<>(List.of("Group", "n", "Events", "Median, years (95% CI)"));
    times.forEach(time -> head.add(Show.plain(time) + "-year (95% CI)"));
    String align = "l" + "r".repeat(head.size() - 1);
    return Optional.of(Grid.of(labels.endpoint(endpoint), align, head, lines));
  }

  private List<Grid.Line> lines(String endpoint, String by) {
    List<Grid.Line> lines = new ArrayList<>();
    List<TidyRow> groups =
        CurveFigures.of(input.rows(Results.SURVIVAL_SUMMARY), endpoint, by).stream()
            .sorted(Comparator.comparing(row -> row.text(Results.GROUP), labels.order(by)))
            .toList();
    if (!by.isEmpty() && !groups.isEmpty()) {
      lines.add(Grid.Line.group(heading(endpoint, by)));
    }
    groups.forEach(row -> lines.add(line(row, by)));
    return lines;
  }

  private String heading(String endpoint, String by) {
    String test =
        CurveFigures.of(input.rows(Results.LOGRANK), endpoint, by).stream()
            .filter(row -> row.is(Results.WITHIN, ""))
            .findFirst()
            .map(row -> test(row))
            .orElse("");
    return "By " + labels.by(by) + (test.isEmpty() ? "" : " — log-rank " + test);
  }

  private static String test(TidyRow row) {
    Double p = row.number(Results.P_VALUE);
    return p == null ? row.text(Results.NOTE) : Show.pPhrase(p);
  }

  private Grid.Line line(TidyRow row, String by) {
    String group = row.text(Results.GROUP);
    List<String> cells = new ArrayList<>();
    cells.add(labels.group(by, group));
    cells.add(Show.count(row.count(Results.N)));
    cells.add(Show.count(row.count(Results.EVENTS)));
    cells.add(CurveFigures.median(row));
    times.forEach(time -> cells.add(at(row.text(Results.ENDPOINT), by, group, time)));
    return Grid.Line.styled(by.isEmpty() ? "" : "indent", cells);
  }

  private String at(String endpoint, String by, String group, double time) {
    return CurveFigures.of(input.rows(Results.SURVIVAL_AT), endpoint, by).stream()
        .filter(row -> row.is(Results.GROUP, group))
        .filter(row -> row.number(Results.TIME_YEARS) == time)
        .findFirst()
        .map(
            row ->
                Show.share(
                    row.number(Results.SURVIVAL),
                    row.number(Results.CONF_LOW),
                    row.number(Results.CONF_HIGH)))
        .orElse("");
  }

  private Optional<Grid> followUp() {
    List<Grid.Line> lines =
        input.rows(Results.FOLLOW_UP).stream()
            .filter(row -> row.number(Results.MEDIAN_YEARS) != null)
            .map(
                row ->
                    Grid.Line.of(Show.capital(row.text(Results.MEASURE)), CurveFigures.median(row)))
            .toList();
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(Grid.of("Follow-up", "lr", List.of("Measure", "Years (95% CI)"), lines));
  }
}
