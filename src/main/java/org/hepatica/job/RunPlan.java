package org.hepatica.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.ChangeSet;
import org.hepatica.protocol.Configuration;
import org.hepatica.protocol.Installation;
import org.hepatica.protocol.NamedColumn;
import org.hepatica.protocol.ProtocolException;
import org.hepatica.protocol.RuleSet;
import org.hepatica.protocol.Study;
import org.hepatica.transform.ingest.Mappings;
import org.hepatica.transform.ingest.RegistryIngest;

/**
 * What a run is asked to do.
 *
 * @param configuration all of it, validated
 * @param confFolder the folder of the conf files
 * @param installation places and engine
 * @param study the protocol
 * @param rules the study's quality rules
 * @param changes what the study wants to be told of a night; empty when it is not compared
 * @param centers the centres by name, in the order asked for
 * @param allOrNothing whether one centre that is refused stops all
 * @param acceptShrink centres of which less than before is taken; {@link #ALL} for every one
 * @param full whether all is computed anew, whatever changed
 */
record RunPlan(
    Configuration configuration,
    Path confFolder,
    Installation installation,
    Study study,
    RuleSet rules,
    Optional<ChangeSet> changes,
    Map<String, Center> centers,
    boolean allOrNothing,
    Set<String> acceptShrink,
    boolean full) {

  /** Stands for every centre. */
  static final String ALL = "*";

  /** The run that a configuration asks for. */
  static RunPlan of(
      Configuration configuration,
      Path confFolder,
      boolean allOrNothing,
      Set<String> acceptShrink,
      boolean full) {
    Installation installation = configuration.installation();
    Study study = configuration.study(installation.study());
    Map<String, Center> centers = new LinkedHashMap<>();
    for (String name : configuration.runCenters()) {
      centers.put(name, configuration.center(name));
    }
    return new RunPlan(
        configuration,
        confFolder,
        installation,
        study,
        configuration.rules(study.name()),
        configuration.changes(study.name()),
        centers,
        allOrNothing,
        acceptShrink,
        full);
  }

  /** Whether a delivery may lack any share of what there was before. */
  boolean acceptsShrink(String center) {
    return acceptShrink.contains(ALL) || acceptShrink.contains(center);
  }

  /** The same for a night that computes all anew, however much less a centre has. */
  RunPlan anew(String center) {
    Set<String> shrinking = new TreeSet<>(acceptShrink);
    shrinking.add(center);
    return new RunPlan(
        configuration,
        confFolder,
        installation,
        study,
        rules,
        changes,
        centers,
        allOrNothing,
        shrinking,
        true);
  }

  /** The columns of delivered files that a centre's conf file names. */
  List<NamedColumn> namedColumns(Center center) {
    List<NamedColumn> columns = new ArrayList<>(configuration.centerColumns(center.name()));
    columns.addAll(Mappings.columns(configuration.centerExpressions(center.name())));
    return columns;
  }

  /**
   * Refuses mappings that cannot be carried out, with their places in the conf files. Of centres of
   * one shape, as one file serves them, one is looked at.
   *
   * @throws ProtocolException with every problem
   */
  void refuseMappings() {
    Map<Object, Center> shapes = new LinkedHashMap<>();
    for (Center center : centers.values()) {
      shapes.putIfAbsent(List.of(center.exports(), center.tables()), center);
    }
    List<String> problems =
        shapes.values().stream()
            .flatMap(
                center ->
                    RegistryIngest.problems(
                        center, key -> configuration.centerPosition(center.name(), key))
                        .stream())
            .toList();
    if (!problems.isEmpty()) {
      throw new ProtocolException(problems);
    }
  }
}
