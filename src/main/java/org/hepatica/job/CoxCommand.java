package org.hepatica.job;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hepatica.ml.Model;
import org.hepatica.ml.Survival;
import org.hepatica.ml.show.Shown;
import org.hepatica.ml.show.ShownModel;
import org.hepatica.survival.cox.CoxRegression;
import org.hepatica.survival.cox.ProportionalHazardsTest;
import org.hepatica.survival.cox.Ties;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Cox regression on any table. */
@Command(
    name = "cox",
    description =
        "Cox's proportional hazards model of any table, as R's coxph: factor(), I(), log(),"
            + " interactions with : and *, strata().",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  jobs/hepatica cox 'Surv(time, status) ~ age + sex' --data lung.csv",
      "  jobs/hepatica cox 'Surv(time, status) ~ hai*kras + factor(stage) + strata(center)' \\",
      "    --data f.parquet --format json"
    })
final class CoxCommand implements Callable<Integer> {

  @Mixin private TableOptions options;

  @Option(
      names = "--ties",
      paramLabel = "TIES",
      description = "Treatment of tied events: efron (default), breslow or exact")
  Ties ties = Ties.EFRON;

  @Option(
      names = "--weights",
      paramLabel = "COLUMN",
      description = "R's case weights; where one is fractional the variance is robust")
  String weights;

  @Option(names = "--zph", description = "Test whether hazards are proportional, as R's cox.zph")
  boolean zph;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "Also draw the hazard ratios, as a forest, into this SVG file")
  Path plot;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return new TableAnalysis(options, spec.commandLine()).print(this::model);
  }

  private Shown model(Survival survival) {
    Model model = asked(survival).cox(CoxRegression.withDefaults().with(ties));
    if (plot != null) {
      TablePlot.of(model, options.formula).write(plot);
    }
    return ShownModel.of(model, options.call("cox"));
  }

  private Survival asked(Survival survival) {
    Survival weighted = weights == null ? survival : survival.weights(weights);
    return zph ? weighted.with(ProportionalHazardsTest.withDefaults()) : weighted;
  }
}
