package org.hepatica.job;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.hepatica.lake.LakeLock;
import org.hepatica.lake.Sweep;
import org.hepatica.lake.Upkeep;
import org.hepatica.table.Operational;
import org.hepatica.table.TableDefinition;

/**
 * Brings small files of a study's and the shared tables together, then removes what is old and no
 * run that is spared needs.
 *
 * <p>It ends the first part as a night ends, with a manifest of all versions: killed before that,
 * the next night goes on from what the last good run left. Only then does it remove, and its
 * manifest names the runs that are lost by that.
 */
final class Maintenance {

  /** As the run log names it. */
  static final String NAME = "maintain";

  private final RunPlan plan;
  private final Progress progress;
  private final Duration retain;
  private final boolean dryRun;
  private final String study;

  /**
   * @param days for how long everything is left
   * @param dryRun whether it only tells
   */
  Maintenance(RunPlan plan, Progress progress, int days, boolean dryRun) {
    this.plan = plan;
    this.progress = progress;
    retain = Duration.ofDays(days);
    this.dryRun = dryRun;
    study = plan.study().name();
  }

  /** Maintains. */
  int execute() {
    Instant started = Instant.now();
    String id = RunId.of(started);
    String holder = Night.holder(NAME + " " + id, started);
    try (LakeLock lock = LakeLock.take(plan.installation().lake(), holder)) {
      SparkSession spark = Engine.start(plan.installation());
      Run run = new Run(id, started, plan, spark, progress);
      Engine.sizeFor(spark, plan.installation(), run.lake().bytes(Operational.RECORD));
      RunLog log = new RunLog(run.lake());
      Optional<String> last = log.lastManifest(study);
      if (last.isEmpty()) {
        progress.say("no run of study " + study + " has ended well yet: there is nothing to do");
        return ExitCode.OK;
      }
      execute(run, log, last.get(), new Upkeep(spark, run.lake()));
      return ExitCode.OK;
    }
  }

  private void execute(Run run, RunLog log, String last, Upkeep upkeep) {
    Recovery recovery = new Recovery(run.lake(), log, study);
    List<String> unfinished = dryRun ? recovery.find() : recovery.run();
    run.remember(log);
    Map<Step, Set<String>> upToDate = upToDate(run);
    progress.begin("optimize");
    int compacted = compact(run, unfinished, upkeep);
    progress.begin("vacuum");
    PastRuns runs = PastRuns.of(run.lake(), null);
    SparedRuns spared = new SparedRuns(runs.all(), run.started().minus(retain));
    List<Sweep> sweeps = sweeps(run, spared, upkeep);
    Set<String> lost = spared.lost(sweeps, study);
    lost.forEach(
        id ->
            progress.say(
                "  run %s %s no longer be re-created".formatted(id, dryRun ? "could" : "can")));
    long files = sweeps.stream().mapToLong(sweep -> sweep.files().size()).sum();
    String outcome =
        "%d tables optimized, %d files removed, %d runs lost"
            .formatted(compacted, files, lost.size());
    if (dryRun) {
      progress.say("nothing was done; it would be: " + outcome);
      return;
    }
    Manifest manifest = new Manifest(run);
    manifest.maintained(last, outcome, lost);
    upToDate.forEach((step, scopes) -> manifest.skipped(step, fingerprints(step, run, scopes)));
    manifest.tables(run);
    log.add(run, manifest, RunLog.DONE);
    sweeps.forEach(sweep -> upkeep.run(sweep, retain));
    forget(run, spared, sweeps, upkeep);
    progress.say(outcome);
  }

  /** Steps that the last good runs left with nothing to do stay so: versions move, rows do not. */
  private static Map<Step, Set<String>> upToDate(Run run) {
    Map<Step, Set<String>> scopes = new LinkedHashMap<>();
    Stream.of(Steps.derive(), Steps.analyze(), Steps.compare(), Steps.report())
        .flatMap(List::stream)
        .filter(step -> step.isIn(run.plan()))
        .forEach(
            step -> {
              Map<String, String> now = new LinkedHashMap<>(step.fingerprints(run));
              now.entrySet().removeIf(e -> !e.getValue().equals(run.last(step.name(), e.getKey())));
              scopes.put(step, now.keySet());
            });
    return scopes;
  }

  private static Map<String, String> fingerprints(Step step, Run run, Set<String> scopes) {
    Map<String, String> now = new LinkedHashMap<>(step.fingerprints(run));
    now.keySet().retainAll(scopes);
    return now;
  }

  private int compact(Run run, List<String> unfinished, Upkeep upkeep) {
    int compacted = 0;
    for (TableDefinition table : tables(run)) {
      if (unfinished.contains(table.fullName())) {
        progress.say(
            "  %s is as a run that did not end well left it: the next night sees to it"
                .formatted(table.fullName()));
        continue;
      }
      if (!dryRun) {
        run.lake().renew(table);
      }
      long small = upkeep.smallFiles(table);
      if (small > 0) {
        progress.say("  %s: %d small files into fewer".formatted(table.fullName(), small));
        compacted++;
        if (!dryRun) {
          upkeep.compact(table);
        }
      }
    }
    return compacted;
  }

  /** The tables that there are, with those of the runs themselves. */
  private static List<TableDefinition> tables(Run run) {
    return Dictionary.tables().stream()
        .filter(table -> run.lake().version(table).isPresent())
        .toList();
  }

  private List<Sweep> sweeps(Run run, SparedRuns spared, Upkeep upkeep) {
    List<Sweep> sweeps = new ArrayList<>();
    for (TableDefinition table : tables(run)) {
      Sweep sweep =
          upkeep.sweep(table, spared.versions(table, study), spared.others(table, study), retain);
      if (!sweep.files().isEmpty()) {
        sweeps.add(sweep);
        progress.say(
            "  %s: %d files (%.1f MB) are older than %d days and of no run that is spared"
                .formatted(
                    table.fullName(), sweep.files().size(), sweep.bytes() / 1e6, retain.toDays()));
      }
    }
    return sweeps;
  }

  /** The log of what can still be read stays, whether it has to or not. */
  private void forget(Run run, SparedRuns spared, List<Sweep> sweeps, Upkeep upkeep) {
    Map<TableDefinition, Set<Long>> lost =
        sweeps.stream().collect(Collectors.toMap(Sweep::table, Sweep::lost));
    for (TableDefinition table : tables(run)) {
      Set<Long> wanted = spared.others(table, study);
      wanted.removeAll(lost.getOrDefault(table, Set.of()));
      wanted.addAll(spared.versions(table, study));
      long commits = upkeep.forget(table, wanted, retain);
      if (commits > 0) {
        progress.say("  %s: %d commits that nothing needs".formatted(table.fullName(), commits));
      }
    }
  }
}
