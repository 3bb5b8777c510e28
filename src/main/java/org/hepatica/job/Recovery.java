package org.hepatica.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.hepatica.lake.Lake;
import org.hepatica.table.TableDefinition;

/**
 * Makes tables again what the last good run left, where one that was killed or failed has been at
 * work since: nothing is built on half a night.
 */
final class Recovery {

  private final Lake lake;
  private final boolean nothingGood;
  private final Optional<Map<String, Long>> shared;
  private final Optional<Map<String, Long>> own;

  /**
   * Of a study's tables and those that studies share.
   *
   * @param lake as it was found
   * @param log of its runs
   */
  Recovery(Lake lake, RunLog log, String study) {
    this.lake = lake;
    nothingGood = log.isNew();
    shared = log.lastVersions(null);
    own = log.lastVersions(study);
  }

  /**
   * Recovers.
   *
   * @return the names of tables that were not as the last good run left them
   * @throws IllegalStateException if a table lacks what the last good run left
   */
  List<String> run() {
    return names(true);
  }

  /** The same names; nothing is recovered. */
  List<String> find() {
    return names(false);
  }

  private List<String> names(boolean recovers) {
    List<String> names = new ArrayList<>();
    for (TableDefinition table : Dictionary.versioned()) {
      if (recovered(table, recovers)) {
        names.add(table.fullName());
      }
    }
    return names;
  }

  private boolean recovered(TableDefinition table, boolean recovers) {
    OptionalLong newest = lake.version(table);
    Optional<Map<String, Long>> versions = table.layer().ofStudy() ? own : shared;
    if (newest.isEmpty() || versions.isEmpty() && !nothingGood) {
      // Nothing was written, or the last good run is of before manifests named versions.
      return false;
    }
    Long good = versions.map(all -> all.get(table.fullName())).orElse(null);
    if (good == null) {
      if (recovers) {
        lake.remove(table);
      }
      return true;
    }
    if (newest.getAsLong() < good) {
      throw new IllegalStateException(
          "%s is at version %d, but the last good run left version %d: put back the lake's folder from a copy"
              .formatted(table.fullName(), newest.getAsLong(), good));
    }
    if (newest.getAsLong() > good) {
      if (recovers) {
        lake.goOnFrom(table, good);
      }
      return true;
    }
    return false;
  }
}
