package org.hepatica.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.hepatica.lake.Lake;
import org.hepatica.lake.LogFolder;
import org.hepatica.lake.TableException;
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
   * @throws TableException if a table lacks what the last good run left
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
    LogFolder tableLog = lake.log(table);
    OptionalLong newest = tableLog.newest();
    Optional<Map<String, Long>> versions = table.layer().ofStudy() ? own : shared;
    Long good = versions.map(all -> all.get(table.fullName())).orElse(null);
    if (good != null && newest.orElse(-1) < good) {
      throw lost(table, tableLog, good);
    }
    if (newest.isEmpty() || versions.isEmpty() && !nothingGood) {
      // Nothing was written, or the last good run is of before manifests named versions.
      return false;
    }
    boolean isOfGood = good != null && newest.getAsLong() == good;
    if (recovers && good == null) {
      lake.remove(table);
    } else if (recovers && !isOfGood) {
      if (!tableLog.isReadable()) {
        tableLog.cutOff(good);
      }
      lake.goOnFrom(table, good);
    }
    return !isOfGood;
  }

  private static TableException lost(TableDefinition table, LogFolder tableLog, long good) {
    long next = tableLog.newest().orElse(-1) + 1;
    return new TableException(
        "%s is not there as the last good run left it, at version %d: put %s back from a copy of the lake%s"
            .formatted(
                table.fullName(),
                good,
                tableLog.commit(next),
                next == good ? "" : ", and the commits after it"));
  }
}
