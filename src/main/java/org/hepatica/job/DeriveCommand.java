package org.hepatica.job;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Derives gene status, subjects, cohort and endpoints. */
@Command(
    name = "derive",
    description = "Derives gene status, subjects, cohort and endpoints.",
    mixinStandardHelpOptions = true)
final class DeriveCommand implements Callable<Integer> {

  @Mixin private RunOptions options;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return Steps.run(options, Steps.derive(), spec);
  }
}
