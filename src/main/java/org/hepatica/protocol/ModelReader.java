package org.hepatica.protocol;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The covariates and models of a study. */
final class ModelReader {

  private static final List<String> TIES = List.of("efron", "breslow");

  private final StudyNames names;
  private final Optional<Path> published;

  /** With the folder of printed numbers, when the study has one. */
  ModelReader(StudyNames names, Optional<Path> published) {
    this.names = names;
    this.published = published;
  }

  static Optional<Study.Covariate> covariate(String name, Node node) {
    return Cursor.read(node, c -> covariate(c, name));
  }

  private static Study.Covariate covariate(Cursor c, String name) {
    String unit = c.text("unit", "");
    List<String> levels = c.texts("levels", List.of());
    if (!levels.isEmpty() && !unit.isEmpty()) {
      c.problem("unit", "a text with levels has no unit", "leave out unit or levels");
    }
    if (levels.size() == 1) {
      c.problem("levels", "a single level", "name the reference and at least one more");
    }
    return new Study.Covariate(
        name,
        c.text("label", name),
        c.sql("value", Expression.SUBJECT),
        unit,
        levels,
        c.truth("overlap", false),
        c.text("published", name));
  }

  List<Study.Model> models(Cursor study) {
    List<Study.Model> models = study.sections("models", this::model);
    Names.distinct(study, "models", models, Study.Model::id);
    return models;
  }

  private Study.Model model(Cursor c) {
    String id = c.name("id");
    String table = c.text("table", id);
    c.need("endpoint");
    List<String> covariates = c.references(names.covariates(), "covariates", "covariates");
    if (c.need("covariates").isPresent() && covariates.isEmpty()) {
      c.problem("covariates", "no covariate", "name one or more");
    }
    return new Study.Model(
        id,
        table,
        c.text("title", table),
        c.reference(names.endpoints(), "endpoint", "endpoints").orElse(""),
        published(c),
        covariates,
        c.oneOf(TIES, "ties", "efron"),
        c.probability("entry-p", 0.05),
        c.probability("stay-p", 0.05));
  }

  private Optional<String> published(Cursor c) {
    Optional<String> file = c.optional("published");
    if (file.isPresent() && published.isEmpty()) {
      c.problem("published", "the study has no published folder", "add study.published");
    } else if (file.isPresent()
        && !Files.isRegularFile(published.get().resolve(file.get() + ".csv"))) {
      c.problem(
          "published",
          "no file '" + file.get() + ".csv' in the published folder",
          "give a file of " + published.get().getFileName() + " without .csv");
    }
    return file;
  }
}
