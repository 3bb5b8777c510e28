package org.hepatica.report;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which run made a report, of what.
 *
 * @param runId the run
 * @param time when it ran
 * @param codeVersion version of the program
 * @param configurationHash hash of the configuration, hex
 * @param centers titles of the centres, in order
 * @param tableVersions version read, by table, in the order of the page
 */
public record RunFacts(
    String runId,
    Instant time,
    String codeVersion,
    String configurationHash,
    List<String> centers,
    Map<String, Long> tableVersions) {

  /** Keeps the collections unchangeable, in their order. */
  public RunFacts {
    centers = List.copyOf(centers);
    tableVersions = Collections.unmodifiableMap(new LinkedHashMap<>(tableVersions));
  }
}
