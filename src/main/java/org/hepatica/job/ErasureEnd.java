package org.hepatica.job;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hepatica.lake.Lake;
import org.hepatica.lake.Purge;
import org.hepatica.table.TableDefinition;

/**
 * The end of an erasure. First every study has a manifest of what is there now, which names the
 * runs that are lost; then all else is removed: of each table the newest version alone is left.
 */
final class ErasureEnd {

  private final Run run;
  private final List<RunPlan> plans;

  /**
   * @param run the erasure's
   * @param plans of all studies of the lake
   */
  ErasureEnd(Run run, List<RunPlan> plans) {
    this.run = run;
    this.plans = plans;
  }

  /**
   * Tells which runs would be lost.
   *
   * @param purges whether any would
   */
  void tellLost(boolean purges) {
    List<PastRun> runs = purges ? readable() : List.of();
    runs.forEach(
        past -> run.progress().say("  run %s could no longer be re-created".formatted(past.id())));
    run.progress().say("nothing was done; %d runs would be lost".formatted(runs.size()));
  }

  private List<PastRun> readable() {
    return PastRuns.of(run.lake(), null).all().stream()
        .filter(past -> past.isGood() && !past.lost())
        .toList();
  }

  /** Ends it. */
  void purge() {
    Map<String, Run> byStudy = new LinkedHashMap<>();
    plans.forEach(
        plan ->
            byStudy.put(
                plan.study().name(),
                new Run(id(plan), run.started(), plan, run.spark(), run.progress())));
    run.progress().begin("purge");
    long begin = System.nanoTime();
    Set<String> lost = lost(byStudy);
    String outcome = "%d runs lost".formatted(lost.size());
    byStudy.values().forEach(each -> end(each, outcome, lost));
    long files = 0;
    Set<java.nio.file.Path> purged = new LinkedHashSet<>();
    for (Run each : byStudy.values()) {
      Set<TableDefinition> stale = stale(each);
      Purge purge = new Purge(each.spark(), each.lake());
      for (TableDefinition table : tables(each.lake())) {
        if (stale.contains(table)) {
          purge.remove(table);
        } else if (purged.add(each.lake().path(table))) {
          files += purge.run(table);
        }
      }
      each.lake().clearStaging();
    }
    lost.forEach(id -> run.progress().say("  run %s can no longer be re-created".formatted(id)));
    String done = "%d files of older versions removed, %s".formatted(files, outcome);
    run.progress().end("purge", Progress.secondsSince(begin), done);
    run.progress().say("erased: " + done);
  }

  /** The run table has each name once. */
  private String id(RunPlan plan) {
    boolean isOwn = plan == plans.get(plans.size() - 1);
    return isOwn ? run.id() : RunId.of(run.started());
  }

  private static void end(Run run, String outcome, Set<String> lost) {
    RunLog log = new RunLog(run.lake());
    run.remember(log);
    Manifest manifest = new Manifest(run);
    Optional<String> last = log.lastManifest(run.plan().study().name());
    manifest.erased(last.orElse("{}"), outcome, lost);
    manifest.tables(run, stale(run));
    log.add(run, manifest, RunLog.DONE);
  }

  private static List<TableDefinition> tables(Lake lake) {
    return Dictionary.versioned().stream()
        .filter(table -> lake.version(table).isPresent())
        .toList();
  }

  /** Tables of a study that its nights wrote by another conf, and that none makes without. */
  private static Set<TableDefinition> stale(Run run) {
    Set<TableDefinition> made =
        Steps.nightly().stream()
            .filter(step -> step.isIn(run.plan()))
            .flatMap(step -> step.writes(run.plan()).stream())
            .collect(Collectors.toSet());
    return tables(run.lake()).stream()
        .filter(table -> table.layer().ofStudy() && !made.contains(table))
        .collect(Collectors.toSet());
  }

  /** Runs that name another version of a table than the one that stays. */
  private Set<String> lost(Map<String, Run> byStudy) {
    Map<String, Map<String, Long>> staying = new LinkedHashMap<>();
    byStudy.forEach((study, of) -> staying.put(study, staying(of)));
    Set<String> lost = new LinkedHashSet<>();
    for (PastRun past : readable()) {
      Map<String, Long> there = staying.getOrDefault(past.study(), Map.of());
      boolean stays =
          Manifest.versions(past.manifest()).orElse(Map.of()).entrySet().stream()
              .allMatch(named -> named.getValue().equals(there.get(named.getKey())));
      if (!stays) {
        lost.add(past.id());
      }
    }
    return lost;
  }

  private static Map<String, Long> staying(Run run) {
    Map<String, Long> versions = new LinkedHashMap<>();
    Set<TableDefinition> stale = stale(run);
    for (TableDefinition table : tables(run.lake())) {
      if (!stale.contains(table)) {
        versions.put(table.fullName(), run.lake().version(table).orElseThrow());
      }
    }
    return versions;
  }
}
