package org.hepatica.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hepatica.protocol.Study;
import org.hepatica.table.Results;

/** How the multivariate models came about: a column a step, a row a covariate. */
final class SelectionSection {

  private final Labels labels;
  private final Study.Model model;
  private final List<TidyRow> rows;
  private final List<Long> steps;

  private SelectionSection(ReportInput input, Study.Model model) {
    this.labels = new Labels(input.study());
    this.model = model;
    this.rows =
        input.rows(Results.SELECTION).stream()
            .filter(row -> row.is(Results.ENDPOINT, model.endpoint()))
            .filter(row -> model.covariates().contains(row.text(Results.TERM)))
            .toList();
    this.steps = rows.stream().map(row -> row.count(Results.STEP)).distinct().sorted().toList();
  }

  static Optional<Section> of(ReportInput input) {
    List<Grid> grids =
        input.study().models().stream()
            .map(model -> new SelectionSection(input, model))
            .filter(selection -> !selection.rows.isEmpty())
            .map(SelectionSection::grid)
            .toList();
    return grids.isEmpty()
        ? Optional.empty()
        : Optional.of(Section.of("selection", "Selection path", List.of(), grids));
  }

  private Grid grid() {
    List<String> head = new ArrayList<>(List.of("Covariate"));
    steps.forEach(step -> head.add(step == 0 ? "Start" : "Step " + step));
    List<Grid.Line> lines = new ArrayList<>();
    for (String term : model.covariates()) {
      List<TidyRow> ofTerm = rows.stream().filter(r -> r.is(Results.TERM, term)).toList();
      if (!ofTerm.isEmpty()) {
        lines.add(line(term, ofTerm));
      }
    }
    String caption =
        model.table()
            + ", backward selection: P of each covariate ("
            + ModelsSection.basis(rows.get(0))
            + ")";
    return Grid.of(caption, "l" + "r".repeat(steps.size()), head, lines)
        .withNotes(List.of("† leaves the model after this step."));
  }

  private Grid.Line line(String term, List<TidyRow> ofTerm) {
    List<String> cells = new ArrayList<>(List.of(labels.term(term)));
    for (Long step : steps) {
      cells.add(
          ofTerm.stream()
              .filter(row -> row.count(Results.STEP) == step)
              .findFirst()
              .map(SelectionSection::cell)
              .orElse("–"));
    }
    return Grid.Line.of(cells);
  }

  private static String cell(TidyRow row) {
    Double p = row.number(Results.P_VALUE);
    String text = p == null ? Show.NOT_ESTIMABLE : Show.p(p);
    return row.flag(Results.REMOVED) ? text + " †" : text;
  }
}
