package org.hepatica.job;

import static org.apache.spark.sql.functions.col;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.hepatica.lake.Lake;
import org.hepatica.table.Operational;

/** The runs of a lake: what the last ones did, and this one at its end. */
final class RunLog {

  static final String DONE = "done";
  static final String NOTHING_TO_DO = "nothing to do";
  static final String FAILED = "failed";

  private static final int LOOK_BACK = 50;

  private final Lake lake;

  RunLog(Lake lake) {
    this.lake = lake;
  }

  /** By step and scope, the fingerprint of the newest run that ended well. */
  Map<String, String> lastFingerprints() {
    Map<String, String> newest = new LinkedHashMap<>();
    if (lake.version(Operational.RUN).isEmpty()) {
      return newest;
    }
    List<Row> runs =
        lake.read(Operational.RUN)
            .where(col(Operational.OUTCOME).equalTo(DONE))
            .orderBy(col(Operational.STARTED).desc())
            .select(Operational.MANIFEST)
            .limit(LOOK_BACK)
            .collectAsList();
    for (Row run : runs) {
      Manifest.fingerprints(run.getString(0)).forEach(newest::putIfAbsent);
    }
    return newest;
  }

  /** Writes down how a run ended. */
  void add(Run run, Manifest manifest, String outcome) {
    Instant ended = Instant.now();
    Row row =
        RowFactory.create(
            run.id(),
            Timestamp.from(run.started()),
            Timestamp.from(ended),
            run.plan().study().name(),
            outcome,
            Manifest.configurationHash(run.plan()),
            manifest.json(ended));
    lake.append(Operational.RUN, lake.rows(Operational.RUN, List.of(row)));
  }
}
