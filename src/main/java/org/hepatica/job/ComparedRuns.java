package org.hepatica.job;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.lake.Lake;
import org.hepatica.protocol.ChangeSet;
import org.hepatica.table.Operational;
import org.hepatica.table.Refresh;
import org.hepatica.transform.refresh.QualityTrend;

/** The good runs of a study: which one a night is held against, and how good their data were. */
final class ComparedRuns {

  private ComparedRuns() {}

  /** The study's good runs whose tables can be read, newest first. */
  static List<PastRun> of(Lake lake, RunPlan plan) {
    if (lake.version(Operational.RUN).isEmpty()) {
      return List.of();
    }
    return PastRuns.of(lake, plan.study().name()).all().stream()
        .filter(run -> run.isGood() && !run.lost() && Manifest.versions(run.manifest()).isPresent())
        .toList();
  }

  /**
   * The run that the next night is held against: the last that was itself compared, so that what a
   * single step changed since is told too; else the last.
   */
  static Optional<PastRun> last(List<PastRun> good, RunPlan plan) {
    String key = Manifest.key(new CompareStep().name(), plan.study().name());
    return good.stream()
        .filter(run -> Manifest.fingerprints(run.manifest()).containsKey(key))
        .findFirst()
        .or(() -> good.stream().findFirst());
  }

  /**
   * The trend that a run left; where there is none yet, that of the last runs that did something,
   * from their tables.
   */
  static Dataset<Row> trend(Lake lake, RunPlan plan, List<PastRun> good, Optional<PastRun> last) {
    Optional<Lake> left = last.map(run -> lake.at(run.versions()));
    if (left.filter(then -> then.version(Refresh.QUALITY_TREND).isPresent()).isPresent()) {
      return left.get().read(Refresh.QUALITY_TREND);
    }
    ChangeSet.Trend wanted = plan.changes().orElseThrow().trend();
    return good.stream()
        .filter(run -> run.outcome().equals(RunLog.DONE))
        .filter(run -> last.filter(l -> run.started().isAfter(l.started())).isEmpty())
        .limit(wanted.runs())
        .map(
            run ->
                QualityTrend.ofNight(
                    ComparedNight.of(run, lake).tables(plan), run.id(), run.started(), wanted))
        .reduce(Dataset::union)
        .orElseGet(() -> lake.rows(Refresh.QUALITY_TREND, List.of()));
  }
}
