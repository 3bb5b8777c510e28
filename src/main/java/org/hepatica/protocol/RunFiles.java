package org.hepatica.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which files the installation's run needs, and every problem in them. */
final class RunFiles {

  private final ConfFiles files;
  private final Overrides given;
  private final List<String> problems = new ArrayList<>();

  /** With what the command line gives. */
  RunFiles(ConfFiles files, Overrides given) {
    this.files = files;
    this.given = given;
  }

  List<String> problems() {
    problems.addAll(files.installation().problems());
    // What is kept of a genome's file is told by all of them.
    files.genes().values().forEach(gene -> problems.addAll(gene.problems()));
    files.installation().draft().filter(ready -> !ready.study().isBlank()).ifPresent(this::study);
    return problems.stream().distinct().toList();
  }

  private void study(Installation ready) {
    Position asked = at(files.installation(), "hepatica.study");
    Optional<ConfFile<Study>> study = files.study(ready.study(), asked, problems);
    study.ifPresent(file -> problems.addAll(file.problems()));
    study
        .flatMap(ConfFile::draft)
        .flatMap(Study::quality)
        .flatMap(name -> files.rules(name, at(study.get(), "study.quality"), problems))
        .ifPresent(file -> problems.addAll(file.problems()));
    study
        .flatMap(ConfFile::draft)
        .flatMap(Study::changes)
        .flatMap(name -> files.changes(name, at(study.get(), "study.changes"), problems))
        .ifPresent(file -> problems.addAll(file.problems()));
    if (!ready.centers().isEmpty()) {
      centers(ready.centers(), at(files.installation(), "hepatica.centers"));
    } else if (study.flatMap(ConfFile::draft).isPresent()) {
      List<String> own = study.flatMap(ConfFile::draft).map(Study::centers).orElse(List.of());
      centers(own, at(study.get(), "study.centers"));
    }
  }

  private void centers(List<String> names, Position at) {
    for (String name : names) {
      files.center(name, at, problems).ifPresent(file -> problems.addAll(file.problems()));
    }
    if (names.isEmpty()) {
      Map<String, ConfFile<ServedCenter>> known = files.centers();
      problems.add(
          at.problem(
              "no centre to take data from",
              "name one here or in hepatica.centers; known centers: "
                  + String.join(", ", known.keySet())));
    }
  }

  private Position at(ConfFile<?> file, String key) {
    return given
        .position(key)
        .orElseGet(() -> new Position(file.file(), file.outline().line(key).orElse(0), key));
  }
}
