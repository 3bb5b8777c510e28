package org.hepatica.job;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hepatica.ml.SubdistributionModel;
import org.hepatica.ml.Survival;
import org.hepatica.ml.show.Shown;
import org.hepatica.ml.show.ShownSubdistribution;
import org.hepatica.survival.competing.FineGray;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Fine and Gray's model of any table. */
@Command(
    name = "finegray",
    description =
        "Fine and Gray's model of the subdistribution hazard of cause 1, of any table, as R's crr"
            + " (cmprsk). Surv(time, cause): 0 is censored, 1 the cause of interest, other whole"
            + " numbers compete; factor(), I(), log(), interactions with : and *.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  jobs/hepatica finegray 'Surv(time, cause) ~ age + sex' --data mgus2.csv",
      "  jobs/hepatica finegray 'Surv(time, cause) ~ hai*kras + factor(stage)' \\",
      "    --data f.parquet --format json --plot forest.svg"
    })
final class FinegrayCommand implements Callable<Integer> {

  @Mixin private TableOptions options;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description = "Level of the intervals; default: ${DEFAULT-VALUE}")
  double level = 0.95;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description =
          "Also draw the ratios of subdistribution hazards, as a forest, into this SVG file")
  Path plot;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    TablePlot.refuse(plot, spec.commandLine());
    if (!(level > 0 && level < 1)) {
      throw new ParameterException(spec.commandLine(), "--level lies between 0 and 1");
    }
    return new TableAnalysis(options, spec.commandLine()).print(this::model);
  }

  private Shown model(Survival survival) {
    SubdistributionModel model = survival.fineGray(FineGray.withDefaults());
    if (plot != null) {
      TablePlot.of(model, options.formula, level).write(plot);
    }
    return ShownSubdistribution.of(model, options.call("finegray")).atLevel(level);
  }
}
