package org.hepatica.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hepatica.synthetic.write.SyntheticRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes the synthetic registry into the landing folder. */
@Command(
    name = "generate",
    description =
        "Writes the synthetic registry, as a centre and its laboratories would deliver it.",
    mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

  @Mixin private RunOptions options;

  @Mixin private GenerateOptions wanted;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    wanted.check(spec.commandLine());
    RunPlan plan = options.plan();
    Progress progress = new Progress(spec.commandLine().getOut());
    if (options.dryRun) {
      describe(plan, wanted, progress);
      return ExitCode.OK;
    }
    generate(plan, wanted, progress);
    return ExitCode.OK;
  }

  static void describe(RunPlan plan, GenerateOptions wanted, Progress progress) {
    progress.say(
        "generate: writes a synthetic registry of %d patients, seed %d, %d centre(s), under %s"
            .formatted(
                wanted.patients, wanted.seed, wanted.centers, plan.installation().landing()));
  }

  static void generate(RunPlan plan, GenerateOptions wanted, Progress progress) throws IOException {
    Path landing = plan.installation().landing();
    progress.begin("generating " + wanted.patients + " synthetic patients under " + landing);
    long begin = System.nanoTime();
    List<Path> deliveries =
        SyntheticRegistry.withDefaults()
            .patients(wanted.patients)
            .seed(wanted.seed)
            .centers(wanted.centers)
            .write(Engine.start(plan.installation()), landing);
    progress.end(
        "generate", Progress.secondsSince(begin), deliveries.size() + " deliveries, synthetic");
  }
}
