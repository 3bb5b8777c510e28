package org.hepatica.job;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the study's analyses. */
@Command(
    name = "analyze",
    description =
        "Runs the study's analyses; or, beside the lake, those of a past run or of another date.",
    mixinStandardHelpOptions = true)
final class AnalyzeCommand implements Callable<Integer> {

  @Mixin private RunOptions options;

  @Spec private CommandSpec spec;

  @Option(
      names = "--as-of",
      paramLabel = "RUN|DATE",
      description =
          "Once more on what was known then: at the end of a run (jobs/hepatica runs), or of a day")
  String asOf;

  @Option(
      names = "--valid-at",
      paramLabel = "DATE",
      description = "On what was true then, by the deliveries of that date and before")
  LocalDate validAt;

  @Override
  public Integer call() {
    if ((asOf != null || validAt != null) && !options.dryRun) {
      Progress progress = new Progress(spec.commandLine().getOut());
      RunPlan plan = options.planOfThen(asOf, validAt);
      int code = new AsOf(plan, progress).analyze(asOf, validAt);
      Outputs.show(plan, progress);
      return code;
    }
    return Steps.run(options, Steps.analyze(), spec);
  }
}
