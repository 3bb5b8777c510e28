package org.hepatica.job;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Takes the centres' newest deliveries into bronze and silver. */
@Command(
    name = "ingest",
    description = "Takes the centres' newest deliveries into bronze and silver.",
    mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {

  @Mixin private RunOptions options;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return Steps.run(options, Steps.ingest(), spec);
  }
}
