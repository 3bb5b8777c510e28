package org.hepatica.ml.direct;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.hepatica.survival.cox.Concordance;
import org.hepatica.survival.cox.ConcordanceResult;
import org.hepatica.survival.cox.RiskSlots;
import scala.Tuple2;

/**
 * Harrell's concordance of subjects in ranges of time, exactly, with R's standard error.
 *
 * <p>Pairs of two ranges of linear predictors are counted where the times are, range by range, with
 * sums of the other ranges of times; pairs within one range of predictors where its rows are
 * brought together, with slots of their own. No table has all times.
 */
final class RangeConcordance {

  private final JavaRDD<RangeRows> ranges;
  private final JavaSparkContext spark;
  private final Carried carried;
  private final Design design;
  private final double[] beta;
  private final Concordance options;

  RangeConcordance(
      JavaRDD<RangeRows> ranges,
      JavaSparkContext spark,
      Carried carried,
      Design design,
      double[] beta,
      Concordance options) {
    this.ranges = ranges;
    this.spark = spark;
    this.carried = carried;
    this.design = design;
    this.beta = beta;
    this.options = options;
  }

  Optional<ConcordanceResult> result(long rows) {
    if (options.isUno()) {
      throw new IllegalArgumentException(
          "Uno's concordance of so many different times is not there yet: round the times, as to"
              + " days, or give more memory");
    }
    Design own = design;
    double[] at = beta;
    JavaRDD<double[]> some = ranges.map(range -> RangeCut.some(range.blocks().iterator(), own, at));
    double[] bounds =
        RangeCut.bounds(some, DirectConcordance.ranges(rows, spark.defaultParallelism()));
    Crossings crossings = new Crossings(design, beta, options, bounds);
    List<Map<Object, RangeCrossing.Others>> sums =
        ranges.map(range -> crossings.of(range).own()).collect();
    Broadcast<List<Map<Object, RangeCrossing.Others>>> others =
        spark.broadcast(others(sums, bounds.length + 1));
    JavaRDD<Pairing> pairings =
        ranges
            .mapPartitionsToPair(
                (Iterator<RangeRows> part) -> InOrder.numbered(crossings.crossed(part, others)))
            .partitionBy(new HashPartitioner(bounds.length + 1))
            .mapPartitions(
                arrived -> {
                  List<CrossedRows> pieces = InOrder.sorted(arrived);
                  return pieces.isEmpty()
                      ? Collections.<Pairing>emptyIterator()
                      : Collections.singletonList(CrossedJoin.of(pieces)).iterator();
                });
    Optional<ConcordanceResult> result = PairTotals.of(pairings, carried);
    others.destroy();
    return result;
  }

  /** How the rows of a range of times are cut. */
  private record Crossings(Design design, double[] beta, Concordance options, double[] bounds)
      implements Serializable {

    RangeCrossing of(RangeRows range) {
      Slots slots = range.slots();
      RiskSlots risk = slots.risk();
      double[] nobody = new double[risk.size()];
      double[] weight = options.slotWeights(risk, slots.slotTimes(), nobody, nobody).orElse(null);
      RangeCut cut = new RangeCut(slots, design, beta, bounds);
      return new RangeCrossing(range, cut, bounds.length + 1, weight);
    }

    Iterator<Tuple2<Integer, CrossedRows>> crossed(
        Iterator<RangeRows> part, Broadcast<List<Map<Object, RangeCrossing.Others>>> others) {
      List<Tuple2<Integer, CrossedRows>> all = new ArrayList<>();
      part.forEachRemaining(
          range ->
              of(range).crossed(others.value().get(range.number())).forEachRemaining(all::add));
      return all.iterator();
    }
  }

  /** By range of times, what is later and which events are earlier. */
  private static List<Map<Object, RangeCrossing.Others>> others(
      List<Map<Object, RangeCrossing.Others>> own, int ranges) {
    List<Map<Object, RangeCrossing.Others>> others = new ArrayList<>();
    own.forEach(range -> others.add(new HashMap<>()));
    Map<Object, double[]> later = new HashMap<>();
    for (int r = own.size() - 1; r >= 0; r--) {
      for (Object name : own.get(r).keySet()) {
        double[] sum = later.computeIfAbsent(name, n -> new double[ranges]);
        others.get(r).put(name, new RangeCrossing.Others(sum.clone(), new double[ranges]));
        DirectSource.sum(sum, own.get(r).get(name).later());
      }
    }
    Map<Object, double[]> earlier = new HashMap<>();
    for (int r = 0; r < own.size(); r++) {
      for (Object name : own.get(r).keySet()) {
        double[] sum = earlier.computeIfAbsent(name, n -> new double[ranges]);
        DirectSource.sum(others.get(r).get(name).earlierEvents(), sum);
        DirectSource.sum(sum, own.get(r).get(name).earlierEvents());
      }
    }
    return others;
  }
}
