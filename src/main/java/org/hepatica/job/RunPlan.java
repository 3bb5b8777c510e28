package org.hepatica.job;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Configuration;
import org.hepatica.protocol.Installation;
import org.hepatica.protocol.Study;

/**
 * What a run is asked to do.
 *
 * @param configuration all of it, validated
 * @param confFolder the folder of the conf files
 * @param installation places and engine
 * @param study the protocol
 * @param centers the centres by name, in the order asked for
 */
record RunPlan(
    Configuration configuration,
    Path confFolder,
    Installation installation,
    Study study,
    Map<String, Center> centers) {

  /** The run that a configuration asks for. */
  static RunPlan of(Configuration configuration, Path confFolder) {
    Installation installation = configuration.installation();
    Study study = configuration.study(installation.study());
    Map<String, Center> centers = new LinkedHashMap<>();
    for (String name : configuration.runCenters()) {
      centers.put(name, configuration.center(name));
    }
    return new RunPlan(configuration, confFolder, installation, study, centers);
  }
}
