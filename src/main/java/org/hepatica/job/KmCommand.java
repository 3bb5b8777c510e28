package org.hepatica.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.hepatica.ml.Curves;
import org.hepatica.ml.Survival;
import org.hepatica.ml.show.CurveOptions;
import org.hepatica.ml.show.Shown;
import org.hepatica.ml.show.ShownCurves;
import org.hepatica.survival.ConfidenceType;
import org.hepatica.survival.KaplanMeier;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Kaplan-Meier curves of any table. */
@Command(
    name = "km",
    description =
        "Kaplan-Meier curves of any table, as R's survfit. Every variable on the right makes"
            + " groups; ~ 1 is one group.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  jobs/hepatica km 'Surv(time, status) ~ 1' --data lung.csv",
      "  jobs/hepatica km 'Surv(time, status) ~ sex' --data lung.csv --times 365,730 --rmst 730",
      "  jobs/hepatica km 'Surv(time, status) ~ 1' --data lung.csv --reverse --quantiles 0.25,0.5",
      "  jobs/hepatica km 'Surv(days, state == \"died\") ~ hai + kras' --data f.parquet --format json"
    })
final class KmCommand implements Callable<Integer> {

  /** Scales by R's names. */
  static final class Scales implements ITypeConverter<ConfidenceType> {
    @Override
    public ConfidenceType convert(String text) {
      for (ConfidenceType type : ConfidenceType.values()) {
        if (type.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
          return type;
        }
      }
      throw new TypeConversionException(
          "expected log, log-log, plain, logit, arcsin or none, but was '" + text + "'");
    }
  }

  @Mixin private TableOptions options;

  @Option(
      names = "--conf-type",
      paramLabel = "TYPE",
      converter = Scales.class,
      description = "Scale of the intervals: log (default), log-log, plain, logit, arcsin or none")
  ConfidenceType confidenceType = ConfidenceType.LOG;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description = "Level of the intervals; default: ${DEFAULT-VALUE}")
  double level = 0.95;

  @Option(
      names = "--times",
      split = ",",
      paramLabel = "TIME",
      description =
          "Show the curves at these times, as R's summary(fit, times); default: at every time in"
              + " csv and json, at none in text")
  List<Double> times = List.of();

  @Option(
      names = "--rmst",
      paramLabel = "TIME",
      description =
          "Restricted mean survival up to this time, with its standard error; of several groups"
              + " also difference and ratio, each group against the first")
  Double horizon;

  @Option(
      names = "--quantiles",
      split = ",",
      paramLabel = "SHARE",
      description = "Times by which these shares have had the event, such as 0.25,0.5,0.75")
  List<Double> quantiles = List.of();

  @Option(
      names = "--weights",
      paramLabel = "COLUMN",
      description =
          "R's case weights; where one is fractional, or with cluster(), the variance is robust")
  String weights;

  @Option(
      names = "--reverse",
      description = "The follow-up instead: events for censored and censored for events")
  boolean reverse;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "Also draw the curves, with bands and the censored, into this SVG file")
  Path plot;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    TablePlot.refuse(plot, spec.commandLine());
    return new TableAnalysis(options, spec.commandLine()).weightedBy(weights).print(this::curves);
  }

  private Shown curves(Survival survival) {
    KaplanMeier asked = KaplanMeier.withDefaults().with(confidenceType).withConfidenceLevel(level);
    Survival weighted = weights == null ? survival : survival.weights(weights);
    Curves curves = reverse ? weighted.followUp(asked) : weighted.km(asked);
    if (plot != null) {
      TablePlot.of(curves, options.formula, level).write(plot);
    }
    OptionalDouble until = horizon == null ? OptionalDouble.empty() : OptionalDouble.of(horizon);
    boolean intervals = confidenceType != ConfidenceType.NONE;
    return ShownCurves.of(
        curves, options.call("km"), new CurveOptions(times, until, quantiles, level, intervals));
  }
}
