package org.hepatica.job;

import java.util.List;
import java.util.concurrent.Callable;
import org.hepatica.ml.CountedGroups;
import org.hepatica.ml.Survival;
import org.hepatica.ml.show.Format;
import org.hepatica.ml.show.Shown;
import org.hepatica.ml.show.ShownComparison;
import org.hepatica.survival.LogRank;
import org.hepatica.survival.PAdjustment;
import org.hepatica.survival.PairwiseLogRank;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
      "  jobs/hepatica logrank 'Surv(time, status) ~ hai + strata(center)' --data f.tsv --rho 1",
      "  jobs/hepatica logrank 'Surv(time, status) ~ stage' --data f.tsv --trend --pairwise=bh"
    })
final class LogrankCommand implements Callable<Integer> {

  @Mixin private TableOptions options;

  @Option(
      names = "--rho",
      paramLabel = "RHO",
      description = "Weigh each time by S^RHO: 0 is the log-rank test (default), 1 Peto and Peto's")
  double rho;

  @Option(
      names = "--gamma",
      paramLabel = "GAMMA",
      description = "Weigh each time by S^RHO (1 - S)^GAMMA, as Fleming and Harrington")
  double gamma;

  @Option(
      names = "--fh",
      split = ",",
      paramLabel = "P,Q",
      description = "The same in one: --fh 0,1 looks for late differences")
  List<Double> flemingHarrington = List.of();

  @Option(
      names = "--trend",
      description = "Test for a trend over the groups too, in their order or over --scores")
  boolean trend;

  @Option(
      names = "--scores",
      split = ",",
      paramLabel = "SCORE",
      description = "Scores of the groups for --trend, in their order; default: 1,2,3 and so on")
  List<Double> scores = List.of();

  @Option(
      names = "--pairwise",
      arity = "0..1",
      fallbackValue = "holm",
      paramLabel = "ADJUSTMENT",
      converter = Adjustments.class,
      parameterConsumer = Adjustments.class,
      description =
          "Also every two groups against each other, P values adjusted: holm (default), bh,"
              + " bonferroni or none. With --format csv the pairs are the table")
  PAdjustment pairwise;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (pairwise != null && options.format == Format.CSV && hasTrend()) {
      throw new ParameterException(
          spec.commandLine(),
          "--trend has no place in the table of pairs that csv holds with --pairwise: leave one of"
              + " them out, or use --format text or json");
    }
    return new TableAnalysis(options, spec.commandLine()).print(this::tests);
  }

  private Shown tests(Survival survival) {
    LogRank test = test();
    CountedGroups groups = survival.counted();
    ShownComparison shown = ShownComparison.of(groups.logrank(test), options.call("logrank"));
    if (hasTrend()) {
      double[] own = scores.stream().mapToDouble(Double::doubleValue).toArray();
      shown = shown.withTrend(scores.isEmpty() ? groups.trend(test) : groups.trend(test, own));
    }
    return pairwise == null
        ? shown
        : shown.withPairs(
            groups.pairwise(PairwiseLogRank.withDefaults().with(test).with(pairwise)));
  }

  private boolean hasTrend() {
    return trend || !scores.isEmpty();
  }

  private LogRank test() {
    if (!flemingHarrington.isEmpty() && (rho != 0 || gamma != 0)) {
      throw new IllegalArgumentException("say --fh P,Q or --rho and --gamma, not both");
    }
    if (!flemingHarrington.isEmpty() && flemingHarrington.size() != 2) {
      throw new IllegalArgumentException("--fh takes two numbers: --fh P,Q");
    }
    LogRank test = LogRank.withDefaults();
    if (!flemingHarrington.isEmpty()) {
      return test.withFlemingHarrington(flemingHarrington.get(0), flemingHarrington.get(1));
    }
    return gamma == 0 ? test.withRho(rho) : test.withFlemingHarrington(rho, gamma);
  }
}
