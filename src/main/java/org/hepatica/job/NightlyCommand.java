package org.hepatica.job;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** All of it, in order: ingest, derive, analyze, compare, report. */
@Command(
    name = "nightly",
    description = "All of it, in order: ingest, derive, analyze, compare, report.",
    mixinStandardHelpOptions = true)
final class NightlyCommand implements Callable<Integer> {

  @Mixin private RunOptions options;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return Steps.run(options, Steps.nightly(), spec);
  }
}
