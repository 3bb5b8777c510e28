package org.hepatica.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.hepatica.lake.Lake;
import org.hepatica.table.Keeping;
import org.hepatica.table.Operational;

/**
 * The runs that maintenance leaves alone. They are a table of the lake, not a column of the run
 * table, whose rows are never rewritten, and not a file, of which a commit could not be half there.
 */
final class KeptRuns {

  private KeptRuns() {}

  /** Their names. */
  static Set<String> of(Lake lake) {
    Set<String> kept = new LinkedHashSet<>();
    for (Row row :
        lake.small().read(Keeping.KEPT_RUN).orderBy(col(Keeping.SINCE)).collectAsList()) {
      String id = row.getAs(Operational.RUN_ID);
      if (row.<Boolean>getAs(Keeping.KEPT)) {
        kept.add(id);
      } else {
        kept.remove(id);
      }
    }
    return kept;
  }

  /** Now, but after all that was noted: a clock may have gone back since. */
  private static Instant later(Lake lake, Instant now) {
    Timestamp last =
        lake.small().read(Keeping.KEPT_RUN).agg(max(col(Keeping.SINCE))).first().getTimestamp(0);
    return last == null || last.toInstant().isBefore(now) ? now : last.toInstant().plusMillis(1);
  }

  /** Keeps a run, or lets it go. */
  static void note(Lake lake, PastRun run, boolean kept) {
    Row row = RowFactory.create(run.id(), kept, Timestamp.from(later(lake, Instant.now())));
    lake.append(Keeping.KEPT_RUN, List.of(row));
  }
}
