package org.hepatica.job;

import java.util.concurrent.Callable;
import org.hepatica.ml.show.ShownComparison;
import org.hepatica.survival.LogRank;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The log-rank test on any table. */
@Command(
    name = "logrank",
    description =
        "The log-rank test on any table, as R's survdiff. Every variable on the right makes"
            + " groups; they are compared within strata().",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  jobs/hepatica logrank 'Surv(time, status) ~ sex' --data lung.csv",
      "  jobs/hepatica logrank 'Surv(time, status) ~ hai + strata(center)' --data f.tsv --rho 1"
    })
final class LogrankCommand implements Callable<Integer> {

  @Mixin private TableOptions options;

  @Option(
      names = "--rho",
      paramLabel = "RHO",
      description = "Weigh each time by S^RHO: 0 is the log-rank test (default), 1 Peto and Peto's")
  double rho;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return new TableAnalysis(options, spec.commandLine())
        .print(
            survival ->
                ShownComparison.of(
                    survival.logrank(LogRank.withDefaults().withRho(rho)),
                    options.call("logrank")));
  }
}
