package org.hepatica.job;

import java.time.Instant;
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
    SparkSession spark = Engine.start(plan.installation());
    Expressions.check(spark, plan);
    Run now = new Run(RunId.of(Instant.now()), Instant.now(), plan, spark, progress);
    PastRun past = PastRuns.of(now.lake(), plan.study().name()).asOf(runOrDate);
    Run then = now.asOf(past);
    progress.say("as of run " + past.id() + ", ended " + past.ended());
    differences(past).forEach(progress::say);
    progress.say("  " + step.execute(then, Set.of()));
    return ExitCode.OK;
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
