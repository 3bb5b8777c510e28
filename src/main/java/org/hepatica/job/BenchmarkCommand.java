package org.hepatica.job;

import picocli.CommandLine.Command;

/** What is measured: one subcommand a subject, run by hidden ones in processes of their own. */
@Command(
    name = "benchmark",
    description = "Measures speed and memory against others on this machine; installs nothing.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "WHAT",
    subcommands = {
      SurvivalBenchmarkCommand.class,
      SurvivalTableCommand.class,
      SurvivalRunCommand.class
    })
final class BenchmarkCommand {}
