package org.hepatica.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.hepatica.table.Operational;

/**
 * A run that has ended.
 *
 * @param manifest what it did, as JSON
 */
record PastRun(
    String id, Instant started, Instant ended, String study, String outcome, String manifest) {

  /** Of a row of {@link Operational#RUN}. */
  static PastRun of(Row row) {
    return new PastRun(
        row.getAs(Operational.RUN_ID),
        row.<java.sql.Timestamp>getAs(Operational.STARTED).toInstant(),
        row.<java.sql.Timestamp>getAs(Operational.ENDED).toInstant(),
        row.getAs(Operational.STUDY),
        row.getAs(Operational.OUTCOME),
        row.getAs(Operational.MANIFEST));
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
   * @throws NotFoundException if it is of before manifests named them, or left nothing to go by
   */
  Map<String, Long> versions() {
    if (!isGood()) {
      throw new NotFoundException("run %s %s: no tables go by it".formatted(id, outcome));
    }
    return Manifest.versions(manifest)
        .orElseThrow(
            () ->
                new NotFoundException(
                    "run %s is of before manifests named the versions of tables".formatted(id)));
  }
}
