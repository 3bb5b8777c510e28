package org.hepatica.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The groupings, analyses and figures of a study. */
final class AnalysisReader {

  private final StudyNames names;

  AnalysisReader(StudyNames names) {
    this.names = names;
  }

  static Optional<Study.Grouping> grouping(String name, Node node) {
    return Cursor.read(node, c -> grouping(c, name));
  }

  private static Study.Grouping grouping(Cursor c, String name) {
    Map<String, String> levels = c.textMap("levels");
    if (c.need("levels").isPresent() && levels.isEmpty()) {
      c.problem("levels", "no level", "name them, such as levels { WT = \"wild-type\" }");
    }
    return new Study.Grouping(
        name, c.text("label", name), c.sql("value", Expression.SUBJECT), levels);
  }

  List<Study.Analysis> analyses(Cursor study) {
    List<Study.Analysis> analyses = study.sections("analyses", this::analysis);
    Names.distinct(
        study, "analyses", analyses, a -> a.endpoint() + " by [" + String.join(", ", a.by()) + "]");
    return analyses;
  }

  private Study.Analysis analysis(Cursor c) {
    String endpoint = endpoint(c);
    List<String> by = by(c, "by");
    List<String> within = by(c, "within");
    Optional<String> ratio = c.reference(names.covariates(), "hazard-ratio", "covariates");
    Optional<String> other = c.reference(names.covariates(), "interaction", "covariates");
    if (c.find("hazard-ratio").isEmpty()) {
      needsRatio(c, "within", !within.isEmpty());
      needsRatio(c, "interaction", other.isPresent());
    }
    if (other.isPresent() && other.equals(ratio)) {
      c.problem("interaction", "is the covariate of hazard-ratio", "name another covariate");
    }
    if (within.stream().anyMatch(by::contains)) {
      c.problem("within", "names a grouping of by", "name another grouping");
    }
    return new Study.Analysis(endpoint, by, ratio, within, other);
  }

  private static void needsRatio(Cursor c, String name, boolean present) {
    if (present) {
      c.problem(name, "has no effect without hazard-ratio", "add hazard-ratio = a covariate");
    }
  }

  List<Study.Figure> figures(Cursor study) {
    List<Study.Figure> figures = study.sections("figures", this::figure);
    Names.distinct(study, "figures", figures, Study.Figure::id);
    return figures;
  }

  private Study.Figure figure(Cursor c) {
    String id = c.name("id");
    Optional<Double> horizon = c.find("horizon-years").flatMap(Node::number);
    if (horizon.filter(years -> years <= 0).isPresent()) {
      c.problem("horizon-years", horizon.get() + " years show nothing", "give it more than 0");
    }
    return new Study.Figure(
        id, c.text("title", id), endpoint(c), by(c, "by"), horizon.orElse(10.0));
  }

  private String endpoint(Cursor c) {
    c.need("endpoint");
    return c.reference(names.endpoints(), "endpoint", "endpoints").orElse("");
  }

  private List<String> by(Cursor c, String name) {
    return c.references(names.groupings(), name, "groupings");
  }
}
