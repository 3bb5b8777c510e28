package org.hepatica.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Configuration;
import org.hepatica.protocol.Installation;
import org.hepatica.protocol.Study;

/**
 * What a run is asked to do.
 *
 * @param configuration all of it, validated
 * @param installation places and engine
 * @param study the protocol
 * @param centers the centres by name, in the order asked for
 */
record RunPlan(
    Configuration configuration,
    Installation installation,
    Study study,
    Map<String, Center> centers) {

  /** With the centres that the command line names, else the installation's, else the study's. */
  static RunPlan of(Configuration configuration, List<String> asked) {
    Installation installation = configuration.installation();
    Study study = configuration.study(installation.study());
    List<String> names = asked;
    if (names == null || names.isEmpty()) {
      names = study.centers().isEmpty() ? installation.centers() : study.centers();
    }
    Map<String, Center> centers = new LinkedHashMap<>();
    for (String name : new ArrayList<>(names)) {
      centers.put(name, configuration.center(name));
    }
    return new RunPlan(configuration, installation, study, centers);
  }
}
