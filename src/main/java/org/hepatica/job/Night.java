package org.hepatica.job;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.hepatica.lake.LakeLock;
import org.hepatica.lake.TableException;
import org.hepatica.protocol.ProtocolException;
import org.hepatica.source.DeliveryException;
import org.hepatica.table.Operational;
import org.hepatica.table.TableDefinition;

/** Runs steps in order, skips those whose inputs are as they were, and keeps the run log. */
final class Night {

  private final RunPlan plan;
  private final List<Step> steps;
  private final Progress progress;

  /** What is said at the very end, under all numbers: what somebody has to see to. */
  private final List<String> problems = new ArrayList<>();

  Night(RunPlan plan, List<Step> steps, Progress progress) {
    this.plan = plan;
    this.steps = steps.stream().filter(step -> step.isIn(plan)).toList();
    this.progress = progress;
  }

  /** Prints steps and tables; starts nothing. */
  void describe() {
    progress.say("study " + plan.study().name() + ", centres " + plan.centers().keySet());
    progress.say("landing " + plan.installation().landing());
    progress.say("lake    " + plan.installation().lake());
    progress.say("out     " + plan.installation().out());
    for (Step step : steps) {
      progress.say("");
      progress.say(step.name() + ": " + step.purpose());
      step.sources(plan).forEach(source -> progress.say("  reads  " + source));
      if (!step.reads(plan).isEmpty()) {
        progress.say("  reads  " + names(step.reads(plan)));
      }
      progress.say("  writes " + names(step.writes(plan)));
    }
  }

  /**
   * Runs what has something to do. A failure is in the run log before it is thrown; that all is
   * refused is not, as nothing was begun.
   */
  int execute() {
    refuse();
    Instant started = Instant.now();
    String id = RunId.of(started);
    try (LakeLock lock = LakeLock.take(plan.installation().lake(), holder("run " + id, started))) {
      return execute(id, started);
    }
  }

  /** Refuses what can be refused before Spark starts. */
  void refuse() {
    steps.forEach(step -> step.refuse(plan));
  }

  /** Who is at work, for whoever comes second. */
  static String holder(String what, Instant started) {
    return "%s (process %d of %s, since %s)"
        .formatted(
            what,
            ProcessHandle.current().pid(),
            System.getenv().getOrDefault("HOSTNAME", "this machine"),
            started.truncatedTo(ChronoUnit.SECONDS));
  }

  /** The same within a lock that is held. */
  int execute(String id, Instant started) {
    progress.begin(
        Launcher.submittedTo()
            .map(m -> "starting Spark, submitted to " + m)
            .orElse("starting Spark"));
    long begin = System.nanoTime();
    SparkSession spark = Engine.start(plan.installation());
    Run run = new Run(id, started, plan, spark, progress);
    RunLog log = open(run);
    Manifest manifest = new Manifest(run);
    sayIfTheClockWentBack(log, started);
    recover(run, log);
    run.lake().refuseLoss(steps.stream().flatMap(step -> step.writes(plan).stream()).toList());
    progress.end("start", Progress.secondsSince(begin), "");
    try {
      run.remember(log);
      manifest.ready(Instant.now());
      steps.forEach(step -> run(step, run, manifest));
      run.lake().clearStaging();
      steps.forEach(step -> manifest.delivered(step.delivered()));
      manifest.refused(run.refusals().keySet());
      manifest.tables(run);
      manifest.commits(run.lake().commits());
      log.add(run, manifest, manifest.nothingDone() ? RunLog.NOTHING_TO_DO : RunLog.DONE);
    } catch (DeliveryException | ProtocolException e) {
      throw e;
    } catch (Exception e) {
      // Spark throws exceptions that Java holds for checked ones.
      addFailed(log, run, manifest, e);
      throw e;
    }
    Outputs.finish(run, manifest);
    run.refusals().forEach(this::noteRefused);
    run.alerts().forEach(alert -> problems.add(alert.line()));
    boolean refused =
        !run.refusals().isEmpty() || run.alerts().stream().anyMatch(Run.Alert::refuses);
    return refused ? ExitCode.DATA_REFUSED : ExitCode.OK;
  }

  /**
   * The log of runs, read while the configuration is held against the tables. Where both fail the
   * configuration's problems are told; nothing is written before both are done.
   */
  private RunLog open(Run run) {
    SideBySide opening = new SideBySide();
    opening.add(() -> Expressions.check(run.spark(), plan));
    Supplier<RunLog> log =
        opening.find(
            () -> {
              sizeFor(run);
              return new RunLog(run.lake());
            });
    opening.run();
    return log.get();
  }

  /** By what bronze holds; where its log is damaged, recovery is to see to it first. */
  private void sizeFor(Run run) {
    long bytes;
    try {
      bytes = run.lake().bytes(Operational.RECORD);
    } catch (TableException e) {
      bytes = 0;
    }
    Engine.sizeFor(run.spark(), plan.installation(), bytes);
  }

  private void sayIfTheClockWentBack(RunLog log, Instant started) {
    log.lastEnded()
        .filter(started::isBefore)
        .ifPresent(
            ended ->
                progress.say(
                    "  this machine's clock says %s, but the last good run ended at %s: set the clock; until then this night counts as later all the same"
                        .formatted(
                            started.truncatedTo(ChronoUnit.SECONDS),
                            ended.truncatedTo(ChronoUnit.SECONDS))));
  }

  /** What keeps a run from its end may keep the log from being written too. */
  private static void addFailed(RunLog log, Run run, Manifest manifest, Exception why) {
    try {
      log.add(run, manifest, RunLog.FAILED);
    } catch (Exception e) {
      why.addSuppressed(e);
    }
  }

  /** What was refused and what alerts say, line by line; to be said when all else was. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  private void noteRefused(String center, List<String> why) {
    problems.add("centre " + center + " is refused and stays as it was:");
    why.forEach(problem -> problems.add("  " + problem));
  }

  private void recover(Run run, RunLog log) {
    run.lake().clearStaging();
    List<String> recovered = new Recovery(run.lake(), log, plan.study().name()).run();
    if (!recovered.isEmpty()) {
      progress.say(
          "  a run before this one did not end well; as the last good one left them: "
              + String.join(", ", recovered));
    }
  }

  private void run(Step step, Run run, Manifest manifest) {
    progress.begin(step.name());
    long begin = System.nanoTime();
    Map<String, String> fingerprints = step.fingerprints(run);
    Set<String> changed =
        run.plan().full() ? fingerprints.keySet() : changed(run, step, fingerprints);
    if (changed.isEmpty() && step.outputsPresent(run)) {
      double seconds = Progress.secondsSince(begin);
      manifest.skipped(step, fingerprints, seconds);
      progress.end(step.name(), seconds, "nothing changed, skipped");
      return;
    }
    String outcome = step.execute(run, changed);
    double seconds = Progress.secondsSince(begin);
    Map<String, String> good = new LinkedHashMap<>(fingerprints);
    good.keySet()
        .removeIf(
            scope -> run.refusals().keySet().stream().anyMatch(c -> IngestStep.concerns(scope, c)));
    run.refusedForContent().stream()
        .filter(fingerprints::containsKey)
        .forEach(center -> good.put(IngestStep.refused(center), fingerprints.get(center)));
    manifest.ran(run, step, good, seconds, outcome);
    progress.end(step.name(), seconds, outcome);
  }

  private static Set<String> changed(Run run, Step step, Map<String, String> fingerprints) {
    return fingerprints.entrySet().stream()
        .filter(e -> !e.getValue().equals(run.last(step.name(), e.getKey())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static String names(List<TableDefinition> tables) {
    return String.join(", ", tables.stream().map(TableDefinition::fullName).toList());
  }
}
