package org.hepatica.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.hepatica.table.Operational;

/**
 * A run that has ended.
 *
 * @param manifest what it did, as JSON
 * @param kept whether maintenance leaves its tables, however old
 * @param lost whether some of what it left was removed
 * @param erased whether that was because a person was erased
 */
record PastRun(
    String id,
    Instant started,
    Instant ended,
    String study,
    String outcome,
    String manifest,
    boolean kept,
    boolean lost,
    boolean erased) {

  /**
   * Of a row of {@link Operational#RUN}.
   *
   * @param kept the runs that are kept
   * @param lost the runs that maintenance lost
   * @param erased the runs of before a person was erased
   */
  static PastRun of(Row row, Set<String> kept, Set<String> lost, Set<String> erased) {
    String id = row.getAs(Operational.RUN_ID);
    return new PastRun(
        id,
        row.<java.sql.Timestamp>getAs(Operational.STARTED).toInstant(),
        row.<java.sql.Timestamp>getAs(Operational.ENDED).toInstant(),
        row.getAs(Operational.STUDY),
        row.getAs(Operational.OUTCOME),
        row.getAs(Operational.MANIFEST),
        kept.contains(id),
        lost.contains(id) || erased.contains(id),
        erased.contains(id));
  }

  /** Whether readers may go by it. */
  boolean isGood() {
    return outcome.equals(RunLog.DONE) || outcome.equals(RunLog.NOTHING_TO_DO);
  }

  double seconds() {
    return Duration.between(started, ended).toMillis() / 1000.0;
  }

  /**
   * The version of every table as it left them.
   *
   * @throws NotFoundException if it is of before manifests named them, left nothing to go by, or is
   *     lost
   */
  Map<String, Long> versions() {
    if (lost) {
      throw new NotFoundException(whyLost());
    }
    if (!isGood()) {
      throw new NotFoundException("run %s %s: no tables go by it".formatted(id, outcome));
    }
    return Manifest.versions(manifest)
        .orElseThrow(
            () ->
                new NotFoundException(
                    "run %s is of before manifests named the versions of tables".formatted(id)));
  }

  /** For a run that is lost, what is to be said of it. */
  String whyLost() {
    if (erased) {
      return "run %s can no longer be re-created: a person was erased since, and what the lake kept of before was removed"
          .formatted(id);
    }
    return "run %s can no longer be re-created: jobs/maintain has removed what was older than was to be kept; keep one by jobs/hepatica runs keep ID"
        .formatted(id);
  }
}
