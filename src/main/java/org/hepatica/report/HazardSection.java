package org.hepatica.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hepatica.report.figure.ForestFigure;
import org.hepatica.table.Results;

/**
 * Hazard ratios in everybody and within groups, with tests of interaction; log-rank tests within
 * groups.
 */
final class HazardSection {

  private final Labels labels;
  private final List<TidyRow> ratios;
  private final List<TidyRow> tests;

  private HazardSection(ReportInput input) {
    this.labels = new Labels(input.study());
    this.ratios = input.rows(Results.HAZARD_RATIO_BY_GROUP);
    this.tests =
        input.rows(Results.LOGRANK).stream().filter(r -> !r.is(Results.WITHIN, "")).toList();
  }

  static Optional<Section> of(ReportInput input) {
    HazardSection section = new HazardSection(input);
    List<Grid> grids = new ArrayList<>();
    section.ratioGrid().ifPresent(grids::add);
    section.testGrid().ifPresent(grids::add);
    return grids.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Section.of("hazards", "Hazard ratios within groups", section.figure(), grids));
  }

  private List<ForestFigure> figure() {
    List<ForestFigure.Row> rows = new ArrayList<>();
    for (TidyRow row : ratios) {
      ForestFigure.Estimate mark = ModelsSection.mark(row);
      if (mark != null) {
        String label = labels.term(row.text(Results.TERM));
        rows.add(new ForestFigure.Row(label, where(row), List.of(mark)));
      }
    }
    return rows.size() < 2
        ? List.of()
        : List.of(
            new ForestFigure(
                "forest-groups", "Hazard ratios within groups", List.of("Univariate"), rows));
  }

  private String where(TidyRow row) {
    return labels.endpoint(row.text(Results.ENDPOINT))
        + ", "
        + decapitalized(labels.within(row.text(Results.WITHIN)));
  }

  private static String decapitalized(String text) {
    return text.equals("All patients") ? "all patients" : text;
  }

  private Optional<Grid> ratioGrid() {
    List<Grid.Line> lines = ratios.stream().map(this::ratioLine).toList();
    List<String> head =
        List.of("Endpoint", "Covariate", "Within", "n", "Events", "HR (95% CI)", "P", "Note");
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(Grid.of("Univariate hazard ratios", "lllrrrrl", head, lines));
  }

  private Grid.Line ratioLine(TidyRow row) {
    return Grid.Line.of(
        labels.endpoint(row.text(Results.ENDPOINT)),
        labels.term(row.text(Results.TERM)),
        labels.within(row.text(Results.WITHIN)),
        Show.count(row.count(Results.N)),
        Show.count(row.count(Results.EVENTS)),
        ModelsSection.ratio(row),
        Show.p(row.number(Results.P_VALUE)),
        Show.capital(labels.inWords(row.text(Results.NOTE))));
  }

  private Optional<Grid> testGrid() {
    List<Grid.Line> lines = tests.stream().map(this::testLine).toList();
    List<String> head = List.of("Endpoint", "Groups", "Within", "n", "χ²", "df", "P", "Note");
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(Grid.of("Log-rank tests within groups", "lllrrrrl", head, lines));
  }

  private Grid.Line testLine(TidyRow row) {
    Double statistic = row.number(Results.STATISTIC);
    return Grid.Line.of(
        labels.endpoint(row.text(Results.ENDPOINT)),
        labels.by(row.text(Results.BY)),
        labels.within(row.text(Results.WITHIN)),
        Show.count(row.count(Results.N)),
        statistic == null ? "" : Show.number(statistic, 2),
        row.text(Results.DF),
        Show.p(row.number(Results.P_VALUE)),
        row.text(Results.NOTE));
  }
}
