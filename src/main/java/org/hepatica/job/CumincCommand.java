package org.hepatica.job;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hepatica.ml.CompetingCurves;
import org.hepatica.ml.Survival;
import org.hepatica.ml.show.Shown;
import org.hepatica.ml.show.ShownIncidence;
import org.hepatica.survival.competing.AalenJohansen;
import org.hepatica.survival.competing.GrayTest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Cumulative incidence of competing causes, of any table. */
@Command(
    name = "cuminc",
    description =
        "Cumulative incidence of competing causes of any table, with Gray's test, as R's cuminc"
            + " (cmprsk). Surv(time, cause): 0 is censored, 1 the cause of interest, other whole"
            + " numbers compete. Every variable on the right makes groups, ~ 1 is one group; they"
            + " are compared within strata().",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  jobs/hepatica cuminc 'Surv(time, cause) ~ 1' --data mgus2.csv",
      "  jobs/hepatica cuminc 'Surv(time, cause) ~ hai + strata(center)' --data f.tsv \\",
      "    --times 365,1825 --plot incidence.svg",
      "  jobs/hepatica cuminc 'Surv(time, CASE WHEN relapsed THEN 1 WHEN died THEN 2 ELSE 0 END)"
          + " ~ hai' \\",
      "    --data f.parquet --format json"
    })
final class CumincCommand implements Callable<Integer> {

  @Mixin private TableOptions options;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description = "Level of the intervals, symmetric on log(-log); default: ${DEFAULT-VALUE}")
  double level = 0.95;

  @Option(
      names = "--rho",
      paramLabel = "RHO",
      description = "Weigh each time of Gray's test by (1 - F)^RHO; default: ${DEFAULT-VALUE}")
  double rho;

  @Option(
      names = "--times",
      split = ",",
      paramLabel = "TIME",
      description =
          "Show the curves at these times, as R's timepoints(fit, times); default: at every time"
              + " of the cause in csv and json, at round ones in text")
  List<Double> times = List.of();

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description =
          "Also draw the curves, cause 1 in full and the others dashed, into this SVG file")
  Path plot;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    TablePlot.refuse(plot, spec.commandLine());
    return new TableAnalysis(options, spec.commandLine()).print(this::curves);
  }

  private Shown curves(Survival survival) {
    CompetingCurves curves =
        survival.cuminc(
            AalenJohansen.withDefaults().withConfidenceLevel(level),
            GrayTest.withDefaults().withRho(rho));
    if (plot != null) {
      TablePlot.of(curves, options.formula).write(plot);
    }
    return ShownIncidence.of(curves, options.call("cuminc"), times);
  }
}
