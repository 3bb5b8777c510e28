package org.hepatica.job;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Generates the synthetic registry and runs the night over it. */
@Command(
    name = "demo",
    description = "Generates the synthetic registry, runs the night over it, and shows the result.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  @Mixin private RunOptions options;

  @Mixin private GenerateOptions wanted;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    wanted.check(spec.commandLine());
    if (wanted.centers > 1 && options.centers == null) {
      options.centers =
          IntStream.rangeClosed(1, wanted.centers).mapToObj(k -> "synthetic-" + k).toList();
    }
    RunPlan plan = options.plan();
    Progress progress = new Progress(spec.commandLine().getOut());
    Night night = new Night(plan, Steps.nightly(), progress);
    if (options.dryRun) {
      GenerateCommand.describe(plan, wanted, progress);
      night.describe();
      return ExitCode.OK;
    }
    GenerateCommand.generate(plan, wanted, progress);
    if (wanted.patients != GenerateOptions.OF_THE_STUDY) {
      progress.say(
          "  the study's printed numbers are those of %d patients; of others some come out, not all"
              .formatted(GenerateOptions.OF_THE_STUDY));
    }
    int code = night.execute();
    progress.summary();
    Outputs.show(plan, progress, night.problems());
    return code;
  }
}
