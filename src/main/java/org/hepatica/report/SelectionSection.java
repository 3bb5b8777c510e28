package org.hepatica.report;

import java.util.List;
import java.util.Optional;
import org.hepatica.protocol.Study;
import org.hepatica.table.Results;

/** How the multivariate models came about: what left, in order, and what was kept. */
final class SelectionSection {

  private SelectionSection() {}

  static Optional<Section> of(ReportInput input) {
    List<Grid> grids =
        input.study().models().stream()
            .map(model -> grid(input, model))
            .flatMap(Optional::stream)
            .toList();
    return grids.isEmpty()
        ? Optional.empty()
        : Optional.of(Section.of("selection", "Selection path", List.of(), grids));
  }

  private static Optional<Grid> grid(ReportInput input, Study.Model model) {
    List<TidyRow> rows =
        TidyRow.sorted(input.rows(Results.SELECTION), Results.STEP).stream()
            .filter(row -> row.is(Results.ENDPOINT, model.endpoint()))
            .filter(row -> model.covariates().contains(row.text(Results.TERM)))
            .toList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Labels labels = new Labels(input.study());
    List<Grid.Line> lines = rows.stream().map(row -> line(row, labels)).toList();
    String caption =
        model.table() + ", backward selection (" + ModelsSection.basis(rows.get(0)) + ")";
    return Optional.of(
        Grid.of(caption, "llrl", List.of("Step", "Covariate", "P", ""), lines)
            .withNotes(
                List.of("P of the covariate as a whole in the model that it leaves or stays in.")));
  }

  private static Grid.Line line(TidyRow row, Labels labels) {
    boolean removed = row.flag(Results.REMOVED);
    Double p = row.number(Results.P_VALUE);
    return Grid.Line.of(
        removed ? row.text(Results.STEP) : "End",
        labels.term(row.text(Results.TERM)),
        p == null ? Show.NOT_ESTIMABLE : Show.p(p),
        removed ? "removed" : "kept");
  }
}
