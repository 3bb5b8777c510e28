package org.hepatica.job;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hepatica.ml.Model;
import org.hepatica.ml.Selected;
import org.hepatica.ml.Survival;
import org.hepatica.ml.show.Format;
import org.hepatica.ml.show.Shown;
import org.hepatica.ml.show.ShownModel;
import org.hepatica.ml.show.ShownPenalised;
import org.hepatica.survival.cox.CoxRegression;
import org.hepatica.survival.cox.ElasticNet;
import org.hepatica.survival.cox.Penalty;
import org.hepatica.survival.cox.ProportionalHazardsTest;
import org.hepatica.survival.cox.StepwiseSelection;
import org.hepatica.survival.cox.Ties;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
      "    --data f.parquet --format json",
      "  jobs/hepatica cox 'Surv(time, status) ~ age + sex + ph.ecog' --data lung.csv \\",
      "    --select both:aic"
    })
final class CoxCommand implements Callable<Integer> {

  private static final double USUAL_LEVEL = 0.95;

  @Mixin private TableOptions options;

  @Option(
      names = "--ties",
      paramLabel = "TIES",
      converter = Labels.Treatments.class,
      description = "Treatment of tied events: efron (default), breslow or exact")
  Ties ties = Ties.EFRON;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description = "Level of the intervals; default: 0.95")
  Double level;

  @Option(
      names = "--weights",
      paramLabel = "COLUMN",
      description = "R's case weights; where one is fractional the variance is robust")
  String weights;

  @Option(names = "--zph", description = "Test whether hazards are proportional, as R's cox.zph")
  boolean zph;

  @Option(
      names = "--select",
      paramLabel = "HOW",
      converter = Selections.class,
      description =
          "Select terms: backward, forward or both, then : and aic (as R's step) or a Wald P, such"
              + " as backward:0.05")
  StepwiseSelection selection;

  @Option(
      names = "--firth",
      description = "Firth's penalised likelihood: finite estimates where a group has no event")
  boolean firth;

  @Option(
      names = "--reg-param",
      paramLabel = "STRENGTH",
      description = "Elastic net of standardised columns, glmnet's lambda; no standard errors")
  Double regParam;

  @Option(
      names = "--elastic-net",
      paramLabel = "MIXING",
      description = "Mixing of --reg-param, glmnet's alpha: 1 the lasso, 0 ridge; default: 0")
  Double mixing;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "Also draw the hazard ratios, as a forest, into this SVG file")
  Path plot;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    refuseWhatDoesNotGoTogether();
    return new TableAnalysis(options, spec.commandLine()).weightedBy(weights).print(this::shown);
  }

  private void refuseWhatDoesNotGoTogether() {
    long penalties = Stream.of(firth, regParam != null, selection != null).filter(b -> b).count();
    refuse(penalties > 1, "--select, --firth and --reg-param exclude each other");
    refuse(level != null && !(level > 0 && level < 1), "--level lies between 0 and 1");
    refuse(level != null && regParam != null, "--reg-param gives no intervals: leave --level out");
    refuse(mixing != null && regParam == null, "--elastic-net needs --reg-param");
    refuse(regParam != null && !(regParam >= 0), "--reg-param is at least 0");
    refuse(mixing != null && !(mixing >= 0 && mixing <= 1), "--elastic-net lies between 0 and 1");
    refuse(
        zph && options.format == Format.CSV,
        "--zph is a table of its own, and csv holds the one of terms: use --format text or json");
    refuse(
        zph && ties == Ties.EXACT,
        "--zph needs residuals, which exact ties have not: use --ties efron, or leave --zph out");
    TablePlot.refuse(plot, spec.commandLine());
    refuse(
        regParam != null && (zph || plot != null),
        "--reg-param gives no standard errors: --zph and --plot need them");
  }

  private void refuse(boolean wrong, String why) {
    if (wrong) {
      throw new ParameterException(spec.commandLine(), why);
    }
  }

  private Shown shown(Survival survival) {
    Survival asked = asked(survival);
    CoxRegression regression = CoxRegression.withDefaults().with(ties);
    String call = options.call("cox");
    if (regParam != null) {
      ElasticNet net = ElasticNet.withDefaults().with(ties).withMixing(mixing == null ? 0 : mixing);
      return ShownPenalised.of(asked.elasticNet(net, regParam).get(0), call);
    }
    if (selection != null) {
      Selected selected = asked.select(selection.with(regression));
      draw(selected.model());
      return ShownModel.of(selected, options.formula.split("~", 2)[0].strip(), call)
          .atLevel(level());
    }
    Model model = asked.cox(firth ? regression.with(Penalty.FIRTH) : regression);
    draw(model);
    ShownModel shown = firth ? ShownModel.ofFirth(model, call) : ShownModel.of(model, call);
    return shown.atLevel(level());
  }

  private double level() {
    return level == null ? USUAL_LEVEL : level;
  }

  private void draw(Model model) {
    if (plot != null) {
      TablePlot.of(model, options.formula, level()).write(plot);
    }
  }

  private Survival asked(Survival survival) {
    Survival weighted = weights == null ? survival : survival.weights(weights);
    return zph ? weighted.with(ProportionalHazardsTest.withDefaults()) : weighted;
  }
}
