package org.hepatica.job;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hepatica.lake.Lake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The runs of a lake: what each did, what it left, and what moved between two. */
@Command(
    name = "runs",
    description = "Lists the runs of the study; shows one, or what moved between two.",
    mixinStandardHelpOptions = true,
    subcommands = {RunsCommand.Show.class, RunsCommand.Diff.class, RunsKeepCommand.class})
final class RunsCommand implements Callable<Integer> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  @Mixin private RunOptions options;

  @Option(
      names = "--last",
      paramLabel = "N",
      description = "So many, newest first; default: ${DEFAULT-VALUE}")
  int last = 20;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Progress out = new Progress(spec.commandLine().getOut());
    RunPlan plan = options.plan();
    List<PastRun> runs = PastRuns.of(lake(plan), plan.study().name()).all();
    if (runs.isEmpty()) {
      out.say("no runs of study " + plan.study().name() + " yet");
    }
    runs.stream().limit(last).forEach(run -> out.say(line(run)));
    return ExitCode.OK;
  }

  private static String line(PastRun run) {
    return String.format(
        Locale.ROOT,
        "%s  %s UTC  %8.1f s  %s%s%s%s",
        run.id(),
        TIME.format(run.started()),
        run.seconds(),
        run.outcome(),
        Manifest.said(run.manifest()),
        run.kept() ? "; kept" : "",
        run.erased()
            ? "; can no longer be re-created: a person was erased since"
            : run.lost() ? "; can no longer be re-created" : "");
  }

  /** Of the plan's study, as it is now. */
  static Lake lake(RunPlan plan) {
    return Lake.open(
        Engine.start(plan.installation()), plan.installation().lake(), plan.study().name());
  }

  /** One run's manifest. */
  @Command(
      name = "show",
      description = "The manifest of a run: what it read and wrote, and how long that took.",
      mixinStandardHelpOptions = true)
  static final class Show implements Callable<Integer> {

    @Mixin private RunOptions options;

    @Parameters(paramLabel = "ID", description = "A run, or the beginning of its name")
    private String id;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      RunPlan plan = options.plan();
      PastRun run = PastRuns.of(lake(plan), plan.study().name()).named(id);
      Progress out = new Progress(spec.commandLine().getOut());
      out.say(run.manifest());
      if (run.lost()) {
        throw new NotFoundException(run.whyLost());
      }
      if (run.kept()) {
        out.say("kept");
      }
      return ExitCode.OK;
    }
  }

  /** What moved between two runs. */
  @Command(
      name = "diff",
      description = "What moved between two runs: deliveries, code, configuration, results.",
      mixinStandardHelpOptions = true)
  static final class Diff implements Callable<Integer> {

    @Mixin private RunOptions options;

    @Parameters(index = "0", paramLabel = "A", description = "The earlier run, or a date")
    private String earlier;

    @Parameters(index = "1", paramLabel = "B", description = "The later run, or a date")
    private String later;

    @Option(
        names = "--most",
        paramLabel = "N",
        description = "Lines of each result table; default: ${DEFAULT-VALUE}")
    int most = 20;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      RunPlan plan = options.plan();
      Lake lake = lake(plan);
      PastRuns runs = PastRuns.of(lake, plan.study().name());
      Progress out = new Progress(spec.commandLine().getOut());
      new RunsDiff(lake, runs.asOf(earlier), runs.asOf(later), most).lines().forEach(out::say);
      return ExitCode.OK;
    }
  }
}
