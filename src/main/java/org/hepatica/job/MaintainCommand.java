package org.hepatica.job;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Keeps the lake small and quick to read. */
@Command(
    name = "maintain",
    description = {
      "Brings small files of the study's tables together, and removes what is older than the lake's"
          + " history and belongs to no run that is kept (jobs/hepatica runs keep ID).",
      "Lists the runs that can no longer be re-created then."
    },
    mixinStandardHelpOptions = true)
final class MaintainCommand implements Callable<Integer> {

  private static final int LEAST_DAYS = 8;

  @Mixin private RunOptions options;

  @Option(
      names = "--retain",
      paramLabel = "DAYS",
      description = "Leave all of so many days, at least 8; default: lake.history of the conf file")
  private Integer retain;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (retain != null && retain < LEAST_DAYS) {
      throw new ParameterException(
          spec.commandLine(), "--retain: %d is too short; give it 8 or more".formatted(retain));
    }
    RunPlan plan = options.plan();
    Progress progress = new Progress(spec.commandLine().getOut());
    int days = retain == null ? plan.installation().history() : retain;
    return new Maintenance(plan, progress, days, options.dryRun).execute();
  }
}
