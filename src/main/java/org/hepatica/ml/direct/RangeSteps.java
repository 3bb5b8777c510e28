package org.hepatica.ml.direct;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.hepatica.survival.cox.MeanTrace;
import org.hepatica.survival.cox.Neighbours;
import org.hepatica.survival.cox.PassedSteps;
import org.hepatica.survival.cox.SlotSteps;
import org.hepatica.survival.cox.SlotSums;
import org.hepatica.survival.cox.Ties;
import scala.Tuple2;

/**
 * The passes over ranges of time that need the steps of the baseline hazard, and of the mean of x
 * with them: ranges tell the driver what theirs add up to, p + 1 numbers a stratum, and later
 * ranges begin with it. To be closed.
 */
final class RangeSteps {

  private final RangePasses passes;
  private final Ties ties;
  private final Design design;
  private final double[] beta;
  private final Broadcast<RangeOffsets> offsets;

  /**
   * Asks ranges for their steps.
   *
   * @param passes at the same coefficients; not closed with this
   */
  RangeSteps(RangePasses passes, JavaSparkContext spark) {
    this.passes = passes;
    ties = passes.ties();
    design = passes.design();
    beta = passes.beta();
    Ties treatment = ties;
    Broadcast<RangeOffsets> known = spark.broadcast(passes.later());
    List<Map<Object, PassedSteps>> passed =
        passes
            .visit(
                known,
                (range, table, around) ->
                    range.byStratum(
                        steps(range, table, treatment, around).passed(range.slots().risk())))
            .collect();
    known.destroy();
    offsets = spark.broadcast(passes.later().with(passed));
  }

  private static SlotSteps steps(RangeRows range, SlotSums table, Ties ties, Neighbours around) {
    return SlotSteps.of(table, range.slots().risk(), ties, around);
  }

  /** The cross products of clusters' score residuals. */
  double[][] scoreProducts(Carried carried) {
    return InOrder.reduceNumbers(
        carried.cluster() ? clustered(carried.clusterIsRow()) : byRow(), ScorePass::add);
  }

  private JavaRDD<double[][]> byRow() {
    Ties treatment = ties;
    Design own = design;
    double[] at = beta;
    return passes.visit(
        offsets,
        (range, table, around) ->
            ScorePass.products(
                range.blocks().iterator(),
                range.slots(),
                own,
                at,
                steps(range, table, treatment, around)));
  }

  /** The rows of a cluster, as those of a subject that comes late, lie in several ranges. */
  private JavaRDD<double[][]> clustered(boolean areRows) {
    Ties treatment = ties;
    Design own = design;
    double[] at = beta;
    int p = beta.length;
    return passes
        .visit(
            offsets,
            (range, table, around) ->
                ScorePass.clusters(
                    range.blocks().iterator(),
                    range.slots(),
                    own,
                    at,
                    steps(range, table, treatment, around)))
        .flatMapToPair(
            sums ->
                sums.entrySet().stream()
                    .map(e -> new Tuple2<>(e.getKey(), e.getValue()))
                    .iterator())
        .reduceByKey(DirectSource::sum)
        .values()
        .mapPartitions(
            (Iterator<double[]> sums) ->
                Collections.singletonList(ScorePass.products(sums, p, areRows)).iterator());
  }

  /** Firth's trace: what tables add to it, and what subjects do; see {@link TracePass}. */
  double[] trace(double[][] inverse) {
    Ties treatment = ties;
    Design own = design;
    double[] at = beta;
    return InOrder.reduceNumbers(
        passes.visit(
            offsets,
            (range, table, around) -> {
              Slots slots = range.slots();
              double[] ofMeans = MeanTrace.of(table, slots.risk(), treatment, inverse, around);
              SlotSteps steps = steps(range, table, treatment, around);
              TracePass.Weights weights = new TracePass.Weights(steps, inverse);
              return DirectSource.sum(
                  ofMeans, TracePass.over(range.blocks().iterator(), slots, own, at, weights));
            }),
        DirectSource::sum);
  }

  void close() {
    offsets.destroy();
  }
}
