package org.hepatica.protocol;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The section {@code study}. */
final class StudyReader {

  private static final List<String> CONFIDENCE =
      List.of("log", "log-log", "plain", "logit", "arcsin");

  private final Path conf;
  private final String fileName;
  private final List<GeneLocus> genes;

  /** With the conf folder, the name that the file's name gives the study, and known genes. */
  StudyReader(Path conf, String fileName, List<GeneLocus> genes) {
    this.conf = conf;
    this.fileName = fileName;
    this.genes = genes;
  }

  Study read(Cursor c) {
    String name = c.name("name");
    sameAsFile(c, name, fileName);
    Optional<String> published = published(c);
    Optional<Study.Exposure> exposure = c.section("exposure", TreatmentReader::exposure);
    Map<String, Study.Perioperative> perioperative =
        c.identified("perioperative", TreatmentReader::perioperative);
    Optional<Study.Gene> gene = c.section("gene", section -> GeneReader.read(section, genes));
    Map<String, Study.Endpoint> endpoints = c.named("endpoints", EndpointReader::read);
    if (endpoints.isEmpty() && c.need("endpoints").isPresent()) {
      c.problem("endpoints", "no endpoint", "add one, such as os { event = [death] }");
    }
    Map<String, Study.Covariate> covariates = c.identified("covariates", ModelReader::covariate);
    Map<String, Study.Grouping> groupings = c.identified("groupings", AnalysisReader::grouping);
    StudyNames names = new StudyNames(endpoints.keySet(), covariates.keySet(), groupings.keySet());
    ModelReader models = new ModelReader(names, published.map(conf::resolve));
    AnalysisReader analyses = new AnalysisReader(names);
    Study study =
        new Study(
            name,
            c.text("title", name),
            c.texts("centers", List.of()),
            c.truth("synthetic-notice", false),
            published,
            c.optional("quality"),
            c.optional("changes"),
            c.section("period", PopulationReader::period),
            c.date("data-cut-off"),
            PopulationReader.indexOperation(c),
            exposure,
            perioperative,
            gene,
            PopulationReader.eligibility(c),
            c.section("score", ScoreReader::read),
            endpoints,
            covariates,
            models.models(c),
            groupings,
            analyses.analyses(c),
            timesYears(c),
            c.oneOf(CONFIDENCE, "confidence-type", "log"),
            c.section("follow-up", f -> followUp(f, names)),
            analyses.figures(c),
            c.section("recurrence-sites", r -> PopulationReader.recurrenceSites(r, names)),
            c.section("table1", t -> Table1Reader.read(t, names)));
    PopulationReader.checkDates(c, study);
    new SectionUse(study).check(c.reading());
    return study;
  }

  static void sameAsFile(Cursor c, String name, String fileName) {
    if (!name.isBlank() && !name.equals(fileName)) {
      c.problem(
          "name",
          "'" + name + "' is not the file's name",
          "write name = " + fileName + ", or rename the file to " + name + ".conf");
    }
  }

  private Optional<String> published(Cursor c) {
    Optional<String> published = c.optional("published");
    if (published.isPresent() && !Files.isDirectory(conf.resolve(published.get()))) {
      c.problem(
          "published",
          "no folder '" + conf.resolve(published.get()) + "'",
          "give a folder relative to the conf folder, such as published/gholami-2019, or leave the key out");
    }
    return published;
  }

  private static String followUp(Cursor c, StudyNames names) {
    c.need("endpoint");
    return c.reference(names.endpoints(), "endpoint", "endpoints").orElse("");
  }

  private static List<Double> timesYears(Cursor c) {
    Optional<Node> node = c.find("times-years");
    List<Double> times =
        node.map(Node::elements).orElse(List.of()).stream()
            .flatMap(element -> element.number().stream())
            .toList();
    for (int i = 0; i < times.size(); i++) {
      if (times.get(i) <= 0 || (i > 0 && times.get(i) <= times.get(i - 1))) {
        c.problem(
            "times-years",
            times.get(i) + " is out of order",
            "give years above 0, ascending, such as [1, 3, 5]");
      }
    }
    return node.isPresent() ? times : List.of(1.0, 3.0, 5.0);
  }
}
