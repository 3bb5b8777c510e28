package org.hepatica.job;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** Steps over the tables that a past run left; nothing of the lake is touched. */
final class AsOf {

  private final RunPlan plan;
  private final Progress progress;

  AsOf(RunPlan plan, Progress progress) {
    this.plan = plan;
    this.progress = progress;
  }

  /**
   * Runs a step that writes files only.
   *
   * @param runOrDate a run, or a date: what was known at its end
   */
  int run(String runOrDate, Step step) {
    Run now = now();
    PastRun past = PastRuns.of(now.lake(), plan.study().name()).asOf(runOrDate);
    progress.say("as of run " + past.id() + ", ended " + past.ended());
    differences(past).forEach(progress::say);
    progress.say("  " + step.execute(now.asOf(past), Set.of()));
    return ExitCode.OK;
  }

  /**
   * Runs the analyses anew, and writes report and results of them.
   *
   * @param runOrDate as above; null for the last good run
   * @param validAt what was true at that date by the deliveries, from which all is derived anew;
   *     null for what the run had derived
   */
  int analyze(String runOrDate, LocalDate validAt) {
    Run now = now();
    String asOf = runOrDate == null ? now.day().toString() : runOrDate;
    PastRun past = PastRuns.of(now.lake(), plan.study().name()).asOf(asOf);
    progress.say("as of run " + past.id() + ", ended " + past.ended());
    differences(past).forEach(progress::say);
    Path scratch = plan.installation().out().resolve(".analysis");
    Run then = now.asOf(past);
    Run aside = then.aside(scratch, validAt);
    try {
      if (validAt != null) {
        progress.say("  of what was true on " + validAt + " by the deliveries");
        progress.say("  " + new DeriveStep().execute(aside, Set.of()));
      }
      AnalyzeStep analyze = new AnalyzeStep();
      progress.say("  " + analyze.execute(aside, Set.of()));
      if (validAt == null) {
        progress.say("  " + new SameResults(then, aside).said(analyze.writes(plan)));
      }
      progress.say("  " + new ReportStep().execute(aside, Set.of()));
    } finally {
      aside.lake().discard();
    }
    return ExitCode.OK;
  }

  private Run now() {
    SparkSession spark = Engine.start(plan.installation());
    Expressions.check(spark, plan);
    return new Run(RunId.of(Instant.now()), Instant.now(), plan, spark, progress);
  }

  /** What may make a page differ though the tables are the same. */
  private List<String> differences(PastRun past) {
    List<String> lines = new ArrayList<>();
    String code = Manifest.codeVersion(past.manifest());
    if (!code.equals(CodeVersion.current())) {
      lines.add(
          "  made by code %s, this is %s: results are those of that night, the page is today's"
              .formatted(code, CodeVersion.current()));
    }
    if (!Manifest.configurationHash(past.manifest()).equals(Manifest.configurationHash(plan))) {
      lines.add("  the configuration has changed since: labels and order are today's");
    }
    return lines;
  }
}
