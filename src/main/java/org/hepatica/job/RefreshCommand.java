package org.hepatica.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.hepatica.lake.Lake;
import org.hepatica.table.Refresh;
import org.hepatica.transform.refresh.NightCounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a night changed, as text: as it was found then, or beside another night. */
@Command(
    name = "refresh",
    description =
        "Lists what the last night that had something new changed: patients, implausible changes,"
            + " results that moved and by whom, alerts. With --since beside another night; nothing"
            + " is written.",
    mixinStandardHelpOptions = true)
final class RefreshCommand implements Callable<Integer> {

  @Mixin private RunOptions options;

  @Option(
      names = "--run",
      paramLabel = "RUN|DATE",
      description = "The night that is told of; default: the last good one")
  private String run;

  @Option(
      names = "--since",
      paramLabel = "RUN|DATE",
      description = "The night that it is held against; default: the one before")
  private String since;

  @Option(
      names = "--most",
      paramLabel = "N",
      description = "Lines of changes; default: ${DEFAULT-VALUE}")
  int most = 200;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    RunPlan plan = options.plan();
    if (plan.changes().isEmpty()) {
      throw new NotFoundException(
          "study %s names no set of changes; give it changes = liver-metastases, or a set of conf/changes"
              .formatted(plan.study().name()));
    }
    SparkSession spark = Engine.start(plan.installation());
    Lake lake = Lake.open(spark, plan.installation().lake(), plan.study().name());
    List<PastRun> good = ComparedRuns.of(lake, plan);
    if (good.isEmpty()) {
      throw new NotFoundException("no night has ended well yet: run jobs/nightly first");
    }
    PastRuns runs = PastRuns.of(lake, plan.study().name());
    PastRun told = run == null ? good.get(0) : runs.asOf(run);
    show(since == null ? found(lake, told) : compared(spark, plan, lake, told, runs.asOf(since)));
    return ExitCode.OK;
  }

  /** What the night itself found. */
  private static Changes found(Lake lake, PastRun told) {
    Lake then = lake.at(told.versions());
    if (then.version(Refresh.CHANGE).isEmpty()) {
      throw new NotFoundException(
          "run %s was not compared with the one before; --since RUN does that"
              .formatted(told.id()));
    }
    Map<String, Double> counts = new LinkedHashMap<>();
    then.read(Refresh.COUNT)
        .collectAsList()
        .forEach(row -> counts.put(row.getString(0), (Double) row.get(1)));
    return new Changes(
        then.read(Refresh.CHANGE), counts, then.read(Refresh.ALERT).collectAsList(), List.of());
  }

  private static Changes compared(
      SparkSession spark, RunPlan plan, Lake lake, PastRun told, PastRun before) {
    ComparedNight then = ComparedNight.of(before, lake);
    Dataset<Row> earlier = then.lake().read(Refresh.QUALITY_TREND);
    return new Comparison(spark, plan, List.of(), (name, rows) -> rows.localCheckpoint())
        .between(then, ComparedNight.of(told, lake), earlier);
  }

  private void show(Changes changes) {
    Progress out = new Progress(spec.commandLine().getOut());
    NightCounts.NAMES.stream()
        .filter(name -> changes.counts().get(name) != null)
        .forEach(name -> out.say(ChangesText.count(name, changes.counts().get(name))));
    List<Row> rows =
        Changes.ordered(Refresh.CHANGE, changes.changes()).limit(most + 1).collectAsList();
    rows.stream().limit(most).map(ChangesText::line).forEach(out::say);
    if (rows.size() > most) {
      out.say("... and more: --most N shows them, results/refresh.csv has them");
    }
    CompareStep.lines(changes.changes(), changes).forEach(alert -> out.say(alert.line()));
  }
}
