package org.hepatica.ml.direct;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.hepatica.survival.cox.Concordance;
import org.hepatica.survival.cox.ConcordanceResult;
import org.hepatica.survival.cox.RiskSlots;
import scala.Tuple2;

/**
 * Harrell's or Uno's concordance of the linear predictor, exactly, with R's standard error: rows go
 * to the range that their predictor lies in, ranges know of each other sums by place, and count the
 * pairs among their own. Uno's weights are known a slot from the same sums.
 */
final class DirectConcordance {

  private static final long ROWS_A_RANGE = 1_000_000;

  private final JavaRDD<Block> blocks;
  private final JavaSparkContext spark;
  private final Carried carried;
  private final Broadcast<Slots> slots;
  private final Design design;
  private final double[] beta;
  private final Concordance options;

  DirectConcordance(
      JavaRDD<Block> blocks,
      JavaSparkContext spark,
      Carried carried,
      Broadcast<Slots> slots,
      Design design,
      double[] beta,
      Concordance options) {
    this.blocks = blocks;
    this.spark = spark;
    this.carried = carried;
    this.slots = slots;
    this.design = design;
    this.beta = beta;
    this.options = options;
  }

  /** Sums of the ranges below a range, and of all; the weights of events' pairs, null for 1. */
  private record Tables(PlaceTable[] lower, PlaceTable everybody, double[] weight)
      implements java.io.Serializable {

    static Tables of(
        List<Tuple2<Integer, PlaceTable>> byRange, int ranges, RiskSlots risk, double[] weight) {
      PlaceTable sum = PlaceTable.of(2 * risk.size());
      PlaceTable[] own = new PlaceTable[ranges];
      byRange.forEach(
          table -> own[table._1] = weight == null ? table._2 : table._2.weighted(weight));
      PlaceTable[] lower = new PlaceTable[ranges];
      for (int r = 0; r < ranges; r++) {
        lower[r] = sum.cumulated(risk.first());
        if (own[r] != null) {
          sum.merge(own[r]);
        }
      }
      return new Tables(lower, sum.cumulated(risk.first()), weight);
    }
  }

  Optional<ConcordanceResult> result(long rows) {
    if (options.isUno() && slots.value().hasLateEntries()) {
      throw new IllegalArgumentException("Uno's concordance is not defined for entry times");
    }
    double[] bounds = bounds(rows);
    int ranges = bounds.length + 1;
    JavaRDD<ScoredRows> scored = scored(bounds, ranges);
    scored.persist(StorageLevel.MEMORY_AND_DISK());
    try {
      RiskSlots risk = slots.value().risk();
      List<Tuple2<Integer, PlaceTable>> byRange = tables(scored, 2 * risk.size());
      Tables tables = Tables.of(byRange, ranges, risk, weights(byRange, risk));
      Broadcast<Tables> shared = spark.broadcast(tables);
      Optional<ConcordanceResult> result = PairTotals.of(pairings(scored, shared), carried);
      shared.destroy();
      return result;
    } finally {
      scored.unpersist(false);
    }
  }

  private double[] weights(List<Tuple2<Integer, PlaceTable>> byRange, RiskSlots risk) {
    PlaceTable sum = PlaceTable.of(2 * risk.size());
    byRange.forEach(table -> sum.merge(table._2));
    return options
        .slotWeights(risk, slots.value().slotTimes(), sum.masses(true), sum.masses(false))
        .orElse(null);
  }

  private double[] bounds(long rows) {
    Design own = design;
    double[] at = beta;
    JavaRDD<double[]> some =
        blocks.mapPartitions((Iterator<Block> part) -> one(RangeCut.some(part, own, at)));
    return RangeCut.bounds(some, ranges(rows, spark.defaultParallelism()));
  }

  /** As many ranges for each of those who work at once. */
  static int ranges(long rows, int parallel) {
    return (int) (parallel * (1 + (rows - 1) / (ROWS_A_RANGE * parallel)));
  }

  /** The rows of each range; a range that has none has none here either. */
  private JavaRDD<ScoredRows> scored(double[] bounds, int ranges) {
    Broadcast<Slots> shared = slots;
    Design own = design;
    double[] at = beta;
    return blocks
        .mapPartitionsToPair(
            (Iterator<Block> part) -> {
              RangeCut cut = new RangeCut(shared.value(), own, at, bounds);
              return InOrder.numbered(flat(part, cut));
            })
        .partitionBy(new HashPartitioner(ranges))
        .mapPartitions(part -> joined(part));
  }

  private static Iterator<ScoredRows> joined(
      Iterator<Tuple2<Integer, InOrder.Sent<ScoredRows>>> part) {
    List<ScoredRows> pieces = InOrder.sorted(part);
    return pieces.isEmpty() ? Collections.emptyIterator() : one(PairPass.joined(pieces));
  }

  private static <T> Iterator<T> one(T value) {
    return Collections.singletonList(value).iterator();
  }

  private static Iterator<Tuple2<Integer, ScoredRows>> flat(Iterator<Block> part, RangeCut cut) {
    return new Iterator<>() {
      private Iterator<Tuple2<Integer, ScoredRows>> pieces =
          List.<Tuple2<Integer, ScoredRows>>of().iterator();

      @Override
      public boolean hasNext() {
        while (!pieces.hasNext() && part.hasNext()) {
          pieces = cut.cut(part.next());
        }
        return pieces.hasNext();
      }

      @Override
      public Tuple2<Integer, ScoredRows> next() {
        hasNext();
        return pieces.next();
      }
    };
  }

  private static List<Tuple2<Integer, PlaceTable>> tables(JavaRDD<ScoredRows> scored, int places) {
    return scored
        .mapPartitionsWithIndex(
            (range, part) -> {
              PlaceTable table = PlaceTable.of(places);
              part.forEachRemaining(table::add);
              return one(new Tuple2<>(range, table));
            },
            false)
        .collect();
  }

  private JavaRDD<Pairing> pairings(JavaRDD<ScoredRows> scored, Broadcast<Tables> tables) {
    Broadcast<Slots> shared = slots;
    return scored.mapPartitionsWithIndex(
        (range, part) -> {
          Tables known = tables.value();
          List<Pairing> pairings = new ArrayList<>();
          part.forEachRemaining(
              rows ->
                  pairings.add(
                      new Pairing(
                          rows,
                          shared.value().risk(),
                          known.weight,
                          known.lower[range],
                          known.everybody)));
          return pairings.iterator();
        },
        false);
  }
}
