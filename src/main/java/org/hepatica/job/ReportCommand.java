package org.hepatica.job;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes report, figures and result files. */
@Command(
    name = "report",
    description = "Writes report, figures and result files.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

  @Mixin private RunOptions options;

  @Option(
      names = "--as-of",
      paramLabel = "RUN|DATE",
      description =
          "The report of what was known then: at the end of a run (jobs/hepatica runs), or of a day")
  String asOf;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (asOf != null && !options.dryRun) {
      Progress progress = new Progress(spec.commandLine().getOut());
      RunPlan plan = options.planOfThen(asOf, null);
      int code = new AsOf(plan, progress).run(asOf, new ReportStep());
      Outputs.show(plan, progress);
      return code;
    }
    return Steps.run(options, Steps.report(), spec);
  }
}
