package org.hepatica.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hepatica.protocol.Study;
import org.hepatica.report.figure.ForestFigure;
import org.hepatica.table.Results;

/** Cox models: univariate and multivariate side by side, and as forest plots. */
final class ModelsSection {

  private static final String UNIVARIATE = "univariate";
  private static final List<String> MULTIVARIATE = List.of("multivariate", "refitted");

  private final Labels labels;
  private final Study.Model model;
  private final List<TidyRow> rows;
  private final List<String> kinds;

  private ModelsSection(ReportInput input, Study.Model model) {
    this.labels = new Labels(input.study());
    this.model = model;
    this.rows =
        Stream.of(Results.COX, Results.COX_REFITTED)
            .flatMap(table -> input.rows(table).stream())
            .filter(row -> row.is(Results.ENDPOINT, model.endpoint()))
            .filter(row -> model.covariates().contains(row.text(Results.TERM)))
            .toList();
    this.kinds = MULTIVARIATE.stream().filter(kind -> !ofKind(kind).isEmpty()).toList();
  }

  static Optional<Section> of(ReportInput input) {
    List<ModelsSection> models =
        input.study().models().stream()
            .map(model -> new ModelsSection(input, model))
            .filter(model -> !model.rows.isEmpty())
            .toList();
    return models.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Section.of(
                "models",
                "Predictors",
                models.stream().map(ModelsSection::forest).toList(),
                models.stream().map(ModelsSection::grid).toList()));
  }

  private List<TidyRow> ofKind(String kind) {
    return rows.stream().filter(row -> row.is(Results.MODEL, kind)).toList();
  }

  /** One row a covariate and level, in the model's order. */
  private List<TidyRow> lead() {
    List<TidyRow> univariate = ofKind(UNIVARIATE);
    List<TidyRow> lead = univariate.isEmpty() ? ofKind(kinds.get(0)) : univariate;
    List<TidyRow> sorted = new ArrayList<>();
    for (String term : model.covariates()) {
      lead.stream().filter(row -> row.is(Results.TERM, term)).forEach(sorted::add);
    }
    return sorted;
  }

  private Optional<TidyRow> find(String kind, TidyRow lead) {
    return ofKind(kind).stream()
        .filter(row -> row.is(Results.TERM, lead.text(Results.TERM)))
        .filter(row -> row.is(Results.LEVEL, lead.text(Results.LEVEL)))
        .findFirst();
  }

  private Grid grid() {
    List<Grid.Head> top = new ArrayList<>();
    top.add(new Grid.Head("", 2));
    top.add(new Grid.Head("Univariate", 4));
    kinds.forEach(kind -> top.add(new Grid.Head(heading(kind), 2)));
    List<String> second =
        new ArrayList<>(List.of("Covariate", "Coding", "n", "Events", "HR (95% CI)", "P"));
    kinds.forEach(kind -> second.addAll(List.of("HR (95% CI)", "P")));
    String align = "ll" + "r".repeat(second.size() - 2);
    List<Grid.Line> lines = lead().stream().map(this::line).toList();
    String caption = model.table() + ": " + model.title();
    return new Grid(caption, align, List.of(top, Grid.heads(second)), lines, notes());
  }

  /** A multivariate model rests on the same complete cases in all its rows. */
  private String heading(String kind) {
    TidyRow any = ofKind(kind).get(0);
    return Show.capital(kind) + ", " + basis(any);
  }

  /** {@code n = 602, 391 events}. */
  static String basis(TidyRow row) {
    return Show.n(row.count(Results.N))
        + ", "
        + Show.count(row.count(Results.EVENTS))
        + "\u00a0events";
  }

  private Grid.Line line(TidyRow lead) {
    String term = lead.text(Results.TERM);
    List<String> cells = new ArrayList<>();
    cells.add(labels.term(term));
    cells.add(labels.coding(term, lead.text(Results.LEVEL)));
    Optional<TidyRow> univariate = find(UNIVARIATE, lead);
    cells.add(univariate.map(row -> Show.count(row.count(Results.N))).orElse(""));
    cells.add(univariate.map(row -> Show.count(row.count(Results.EVENTS))).orElse(""));
    cells.addAll(estimate(univariate));
    kinds.forEach(kind -> cells.addAll(estimate(find(kind, lead))));
    return Grid.Line.of(cells);
  }

  private static List<String> estimate(Optional<TidyRow> row) {
    return row.map(r -> List.of(ratio(r), Show.p(r.number(Results.P_VALUE))))
        .orElse(List.of("", ""));
  }

  static String ratio(TidyRow row) {
    return Show.ratio(
        row.number(Results.HAZARD_RATIO),
        row.number(Results.HAZARD_RATIO_LOW),
        row.number(Results.HAZARD_RATIO_HIGH));
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "HR: hazard ratio by Cox regression, "
            + Show.capital(model.ties())
            + "'s method for ties.");
    if (kinds.contains(MULTIVARIATE.get(0))) {
      notes.add(
          "Multivariate: backward selection from the covariates with univariate P < "
              + Show.plain(model.entryP())
              + "; those with P of at least "
              + Show.plain(model.stayP())
              + " leave.");
    }
    if (kinds.contains(MULTIVARIATE.get(1))) {
      notes.add("Refitted: the selected covariates on all patients who have them.");
    }
    return notes;
  }

  private ForestFigure forest() {
    List<String> all = new ArrayList<>(List.of(UNIVARIATE));
    kinds.stream().limit(1).forEach(all::add);
    List<ForestFigure.Row> forest =
        lead().stream()
            .map(
                lead ->
                    new ForestFigure.Row(
                        labels.term(lead.text(Results.TERM)),
                        labels.coding(lead.text(Results.TERM), lead.text(Results.LEVEL)),
                        all.stream()
                            .map(kind -> find(kind, lead).map(ModelsSection::mark).orElse(null))
                            .toList()))
            .toList();
    return new ForestFigure(
        "forest-" + model.id(), model.title(), all.stream().map(Show::capital).toList(), forest);
  }

  /** What a forest plot shows of a row; null when it has no estimate with an interval. */
  static ForestFigure.Estimate mark(TidyRow row) {
    Double ratio = row.number(Results.HAZARD_RATIO);
    Double low = row.number(Results.HAZARD_RATIO_LOW);
    Double high = row.number(Results.HAZARD_RATIO_HIGH);
    return ratio == null || low == null || high == null
        ? null
        : new ForestFigure.Estimate(ratio, low, high, ratio(row));
  }
}
