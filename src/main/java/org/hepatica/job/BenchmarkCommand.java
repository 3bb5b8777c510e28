package org.hepatica.job;

import picocli.CommandLine.Command;

/** What is measured: one subcommand a subject, run by hidden ones in processes of their own. */
@Command(
    name = "benchmark",
    description =
        "Measures survival analysis against others, and what a night costs; installs nothing.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "WHAT",
    subcommands = {
      SurvivalBenchmarkCommand.class,
      SurvivalTableCommand.class,
      SurvivalRunCommand.class,
      RefreshBenchmarkCommand.class,
      MafBenchmarkCommand.class,
      MafRunCommand.class
    })
final class BenchmarkCommand {}
