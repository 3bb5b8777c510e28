package org.hepatica.job;

import java.time.Instant;
import org.hepatica.lake.Lake;

/**
 * A night, one of two that are compared.
 *
 * @param run its name
 * @param started its start
 * @param code the version of the code
 * @param configuration the hash of the configuration
 * @param lake as it left it, or as it stands while it is at work
 */
record ComparedNight(String run, Instant started, String code, String configuration, Lake lake) {

  /** One that has ended well. */
  static ComparedNight of(PastRun run, Lake lake) {
    return new ComparedNight(
        run.id(),
        run.started(),
        Manifest.codeVersion(run.manifest()),
        Manifest.configurationHash(run.manifest()),
        lake.at(run.versions()));
  }

  /** The one that is at work. */
  static ComparedNight of(Run run) {
    return new ComparedNight(
        run.id(),
        run.started(),
        CodeVersion.current(),
        Manifest.configurationHash(run.plan()),
        run.lake());
  }
}
