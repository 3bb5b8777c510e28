package org.hepatica.job;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.hepatica.lake.Lake;
import org.hepatica.lake.LakeLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps a run from maintenance, or lets it go. */
@Command(
    name = "keep",
    description = "Keeps what a run left, however old: jobs/maintain removes nothing of it.",
    mixinStandardHelpOptions = true)
final class RunsKeepCommand implements Callable<Integer> {

  @Mixin private RunOptions options;

  @Parameters(paramLabel = "ID", description = "A run, or the beginning of its name")
  private String id;

  @Option(names = "--release", description = "Keep it no longer")
  private boolean release;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    RunPlan plan = options.plan();
    Lake lake = RunsCommand.lake(plan);
    PastRun run = PastRuns.of(lake, plan.study().name()).named(id);
    if (!release) {
      run.versions();
    }
    if (run.kept() == release && !options.dryRun) {
      // A maintenance that is at work would not know of it.
      String holder = Night.holder("runs keep " + run.id(), Instant.now());
      try (LakeLock lock = LakeLock.take(plan.installation().lake(), holder)) {
        KeptRuns.note(lake, run, !release);
      }
    }
    new Progress(spec.commandLine().getOut())
        .say("run %s is %s".formatted(run.id(), release ? "no longer kept" : "kept"));
    return ExitCode.OK;
  }
}
