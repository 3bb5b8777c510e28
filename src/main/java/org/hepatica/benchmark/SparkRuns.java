package org.hepatica.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.hepatica.ml.Comparison;
import org.hepatica.ml.Curves;
import org.hepatica.ml.Model;
import org.hepatica.ml.Survival;
import org.hepatica.ml.file.DataFile;
import org.hepatica.ml.show.CurveOptions;
import org.hepatica.ml.show.Shown;
import org.hepatica.ml.show.ShownComparison;
import org.hepatica.ml.show.ShownCurves;
import org.hepatica.ml.show.ShownModel;
import org.hepatica.survival.KaplanMeier;
import org.hepatica.survival.LogRank;
import org.hepatica.survival.cox.CoxRegression;

/**
 * Runs a task on Spark as the command would, again and again, in this process. The first run is the
 * process's first query: whoever wants its seconds starts a process a task.
 */
public final class SparkRuns {

  private static final double LEVEL = 0.95;

  private final SparkSession spark;
  private final SurvivalTask task;
  private final Contender contender;
  private final Path parquet;
  private Outcome last;

  private SparkRuns(SparkSession spark, SurvivalTask task, Contender contender, Path parquet) {
    this.spark = spark;
    this.task = task;
    this.contender = contender;
    this.parquet = parquet;
  }

  /**
   * Runs of a task.
   *
   * @param spark the session, started
   * @param contender one that runs on Spark
   * @throws IllegalArgumentException if it runs in R, or has nothing to do for the task
   */
  public static SparkRuns of(
      SparkSession spark, SurvivalTask task, Contender contender, Path parquet) {
    if (contender.isR() || !contender.does(task)) {
      throw new IllegalArgumentException(
          "%s does not run %s on Spark".formatted(contender.label(), task.label()));
    }
    return new SparkRuns(spark, task, contender, parquet);
  }

  /**
   * Runs once, then until the process is warm, then so many times more. Of the runs between no
   * seconds are kept: Java compiles meanwhile what they showed to be worth it.
   *
   * @param warmUp seconds that the runs between take at least, where any are repeated
   * @param repeat runs after these
   */
  public Observation measure(double warmUp, int repeat) {
    List<Double> seconds = new ArrayList<>();
    seconds.add(timed());
    for (double warmed = 0; repeat > 0 && warmed < warmUp; ) {
      warmed += timed();
    }
    for (int run = 0; run < repeat; run++) {
      seconds.add(timed());
    }
    return new Observation(seconds, PeakMemory.megabytes(), last.figures, last.remarks);
  }

  private double timed() {
    long begin = System.nanoTime();
    last = once();
    return (System.nanoTime() - begin) / 1e9;
  }

  private record Outcome(Map<String, Double> figures, List<String> remarks) {}

  private Outcome once() {
    Dataset<Row> rows = DataFile.of(parquet).read(spark);
    if (contender == Contender.SCAN) {
      scan(rows);
      return new Outcome(Map.of(), List.of());
    }
    Survival survival = Survival.of(rows).formula(task.formula());
    return switch (task) {
      case KM -> curves(survival.km(KaplanMeier.withDefaults()));
      case LOGRANK -> comparison(survival.logrank(LogRank.withDefaults()));
      case COX5, COX7, COX7_STRATA -> model(cox(survival));
    };
  }

  /** Read by Spark's columnar reader, handed on row by row to the sink that keeps nothing. */
  private void scan(Dataset<Row> rows) {
    Column[] columns = task.columns().stream().map(functions::col).toArray(Column[]::new);
    rows.select(columns).write().format("noop").mode(SaveMode.Overwrite).save();
  }

  /** The one place that says whether the concordance is computed. */
  private Model cox(Survival survival) {
    Survival asked = contender == Contender.HEPATICA ? survival : survival.withoutConcordance();
    return asked.cox(CoxRegression.withDefaults());
  }

  private Outcome curves(Curves curves) {
    print(
        ShownCurves.of(
            curves, task.label(), new CurveOptions(List.of(), OptionalDouble.empty(), LEVEL)));
    return new Outcome(Figures.of(curves), List.of());
  }

  private Outcome comparison(Comparison comparison) {
    print(ShownComparison.of(comparison, task.label()));
    return new Outcome(Figures.of(comparison), List.of());
  }

  private Outcome model(Model model) {
    print(ShownModel.of(model, task.label()));
    boolean wanted = contender == Contender.HEPATICA;
    boolean got = model.concordance().isPresent();
    List<String> remarks =
        wanted == got
            ? List.of()
            : List.of(wanted ? "without the concordance" : "the concordance was computed too");
    return new Outcome(Figures.of(model), remarks);
  }

  /** Prints into nowhere, but prints. */
  private static void print(Shown shown) {
    if (shown.text().isEmpty()) {
      throw new IllegalStateException("nothing was printed");
    }
  }
}
