package org.hepatica.job;

import static org.apache.spark.sql.functions.col;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.hepatica.lake.Lake;
import org.hepatica.table.Operational;

/** The runs of a lake: what the last good ones did and left, and this one at its end. */
final class RunLog {

  static final String DONE = "done";
  static final String NOTHING_TO_DO = "nothing to do";
  static final String FAILED = "failed";

  private static final int LOOK_BACK = 50;

  private final Lake lake;

  /** Study, manifest and end of the last good runs, newest first. */
  private final List<Row> good;

  /** The log of a lake as it is now. */
  RunLog(Lake lake) {
    this.lake = lake;
    good =
        lake.version(Operational.RUN).isEmpty()
            ? List.of()
            : lake.small()
                .read(Operational.RUN)
                .where(col(Operational.OUTCOME).isin(DONE, NOTHING_TO_DO))
                .orderBy(newestFirst())
                .select(Operational.STUDY, Operational.MANIFEST, Operational.ENDED)
                .limit(LOOK_BACK)
                .collectAsList();
  }

  /** By their numbers, and by their start only where there are none yet: a clock may go back. */
  static Column[] newestFirst() {
    return new Column[] {
      col(Operational.NUMBER).desc_nulls_last(), col(Operational.STARTED).desc()
    };
  }

  /** When the last good run ended, by its clock; empty when there is none. */
  Optional<Instant> lastEnded() {
    return good.stream().findFirst().map(run -> run.getTimestamp(2).toInstant());
  }

  /** By step and scope, the fingerprint of the newest run that ended well. */
  Map<String, String> lastFingerprints() {
    Map<String, String> newest = new LinkedHashMap<>();
    good.forEach(run -> Manifest.fingerprints(run.getString(1)).forEach(newest::putIfAbsent));
    return newest;
  }

  /** The tables that the last good run left as they were at an earlier version. */
  Map<String, Manifest.Restored> lastRestored() {
    return good.stream()
        .findFirst()
        .map(run -> Manifest.restored(run.getString(1)))
        .orElse(Map.of());
  }

  /** Whether no run has ever ended well. */
  boolean isNew() {
    return good.isEmpty();
  }

  /**
   * The versions of tables that the last good run left; empty if there is none that says.
   *
   * @param study the last of this study; null for the last of whichever
   */
  Optional<Map<String, Long>> lastVersions(String study) {
    return good.stream()
        .filter(run -> study == null || run.getString(0).equals(study))
        .findFirst()
        .flatMap(run -> Manifest.versions(run.getString(1)));
  }

  /** The manifest of a study's last good run; empty when there is none. */
  Optional<String> lastManifest(String study) {
    return good.stream()
        .filter(run -> run.getString(0).equals(study))
        .findFirst()
        .map(run -> run.getString(1));
  }

  /**
   * The manifest of the last good run in which a step was up to date at its end; empty when there
   * is none.
   */
  Optional<String> lastManifest(String step, String study) {
    String key = Manifest.key(step, study);
    return good.stream()
        .filter(run -> run.getString(0).equals(study))
        .map(run -> run.getString(1))
        .filter(manifest -> Manifest.fingerprints(manifest).containsKey(key))
        .findFirst();
  }

  /** Writes down how a run ended. */
  void add(Run run, Manifest manifest, String outcome) {
    Instant now = Instant.now();
    Instant ended = now.isBefore(run.started()) ? run.started() : now;
    Row row =
        RowFactory.create(
            run.id(),
            Timestamp.from(run.started()),
            Timestamp.from(ended),
            run.plan().study().name(),
            outcome,
            Manifest.configurationHash(run.plan()),
            manifest.json(ended),
            lake.version(Operational.RUN).orElse(-1) + 1);
    lake.append(Operational.RUN, List.of(row));
  }

  /** The lake as the study's own last good night left it. */
  Lake lastGoodOfItsOwn(RunPlan plan) {
    String study = plan.study().name();
    return lake.at(
        lastVersions(study)
            .orElseThrow(
                () ->
                    new NotFoundException(
                        "no night of study %s has ended well in %s: run jobs/nightly --study %s"
                            .formatted(study, plan.installation().lake(), study))));
  }

  /** The lake as the study's last good night left it; another study's where this has had none. */
  Lake lastGood(RunPlan plan) {
    Optional<Map<String, Long>> own = lastVersions(plan.study().name());
    return lake.at(
        own.or(() -> lastVersions(null))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "no night has ended well in %s: run jobs/nightly first"
                            .formatted(plan.installation().lake()))));
  }
}
