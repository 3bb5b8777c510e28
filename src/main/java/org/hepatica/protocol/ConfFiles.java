package org.hepatica.protocol;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The conf files that were read, by name; searched with a remedy for what is not there. */
record ConfFiles(
    ConfFile<Installation> installation,
    Map<String, ConfFile<Study>> studies,
    Map<String, ConfFile<ServedCenter>> centers,
    Map<String, ConfFile<RuleSet>> rules,
    Map<String, ConfFile<ChangeSet>> changes,
    Map<String, ConfFile<GeneLocus>> genes) {

  Stream<ConfFile<?>> all() {
    Stream<Collection<? extends ConfFile<?>>> each =
        Stream.of(
            List.of(installation),
            studies.values(),
            centers.values(),
            rules.values(),
            changes.values(),
            genes.values());
    return each.flatMap(Collection::stream);
  }

  /** A study's file; empty with a problem at the place that names it. */
  Optional<ConfFile<Study>> study(String name, Position at, List<String> problems) {
    return find(studies, name, "studies", "studies", at, problems);
  }

  /** The file of a set of quality rules; empty with a problem likewise. */
  Optional<ConfFile<RuleSet>> rules(String name, Position at, List<String> problems) {
    return find(rules, name, "quality", "sets of quality rules", at, problems);
  }

  /** The file that says what is told of a night; empty with a problem likewise. */
  Optional<ConfFile<ChangeSet>> changes(String name, Position at, List<String> problems) {
    return find(changes, name, "changes", "sets of changes", at, problems);
  }

  /** The file of a centre, or the one that serves it; empty with a problem likewise. */
  Optional<ConfFile<ServedCenter>> center(String name, Position at, List<String> problems) {
    List<String> serving = centers.containsKey(name) ? List.of(name) : serving(name);
    if (serving.size() > 1) {
      problems.add(
          at.problem(
              "'" + name + "' is served by " + String.join(" and ", serving),
              "narrow their key serves, or add " + file("centers", name)));
      return Optional.empty();
    }
    String file = serving.isEmpty() ? name : serving.get(0);
    return find(centers, file, "centers", "centers", at, problems);
  }

  /** Where the genes lie whose files are right, by symbol. */
  List<GeneLocus> loci() {
    return genes.values().stream().flatMap(file -> file.value().stream()).toList();
  }

  /** Genes of which records are kept: of all studies, so that one lake serves them in turn. */
  GenesKept genesKept() {
    return GenesKept.of(
        loci(),
        studies.values().stream()
            .flatMap(file -> file.value().stream())
            .flatMap(study -> study.gene().stream()));
  }

  /** A file of the conf folder as messages name it. */
  private String file(String folder, String name) {
    return Path.of(installation.file()).resolveSibling(folder + "/" + name + ".conf").toString();
  }

  private List<String> serving(String name) {
    return centers.entrySet().stream()
        .filter(file -> file.getValue().draft().filter(c -> c.serves(name)).isPresent())
        .map(Map.Entry::getKey)
        .toList();
  }

  private <T> Optional<T> find(
      Map<String, T> files,
      String name,
      String folder,
      String what,
      Position at,
      List<String> problems) {
    Optional<T> file = Optional.ofNullable(files.get(name));
    if (file.isEmpty()) {
      problems.add(
          at.problem("no file " + file(folder, name), Nearest.remedy(name, files.keySet(), what)));
    }
    return file;
  }
}
