package org.hepatica.ml.direct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.hepatica.survival.cox.ConcordanceSums;
import org.hepatica.survival.cox.CoxDerivatives;
import org.hepatica.survival.cox.TableLikelihood;
import org.hepatica.survival.cox.Ties;
import scala.Tuple2;

/**
 * Partitions that hold strata whole: each is a likelihood of its own, of which the sums over slots
 * stay where they are. Worth sending rows to where their stratum is where there are many slots.
 */
final class WholeStrata {

  /** Fewer slots travel quickly. */
  private static final int WORTH_IT = 50_000;

  private static final long ROWS_A_PARTITION = 4_000_000;

  /** Larger partitions would keep the others waiting. */
  private static final double MOST_IMBALANCE = 1.3;

  private WholeStrata() {}

  /**
   * Blocks by stratum.
   *
   * @param parallel how many tasks run at once
   * @return empty if that is not worth it, or one stratum is most of the rows
   */
  static Optional<JavaRDD<Block>> of(JavaRDD<Block> blocks, Summary summary, int parallel) {
    Map<Object, Long> sizes = new HashMap<>();
    summary.strata.forEach((name, leaving) -> sizes.put(name, leaving.leavers()));
    // Rows, not subjects, of which a row may stand for any number.
    int partitions = (int) Math.max(parallel, summary.rows / ROWS_A_PARTITION);
    StrataPartitioner partitioner = new StrataPartitioner(sizes, partitions);
    if (summary.slots() < WORTH_IT || partitioner.imbalance() > MOST_IMBALANCE) {
      return Optional.empty();
    }
    return Optional.of(
        blocks
            .flatMapToPair((Block block) -> byStratum(block).iterator())
            .partitionBy(partitioner)
            .values()
            .mapPartitions(
                (Iterator<Block> part) ->
                    gathered(part).values().stream()
                        .flatMap(pieces -> BlockJoin.of(pieces).stream())
                        .iterator()));
  }

  private static Stream<Tuple2<Object, Block>> byStratum(Block block) {
    Stream.Builder<Tuple2<Object, Block>> parts = Stream.builder();
    for (int from = 0; from < block.runs(); ) {
      int to = from;
      while (to < block.runs() && block.stratum[to] == block.stratum[from]) {
        to++;
      }
      parts.add(new Tuple2<>(block.stratumOf(from), block.slice(from, to)));
      from = to;
    }
    return parts.build();
  }

  /** The likelihood of a partition's strata, without the events' own predictors. */
  static CoxDerivatives derivatives(
      Iterator<Block> part, Slots all, Ties ties, Design design, double[] beta) {
    Map<Object, List<Block>> strata = gathered(part);
    List<Block> blocks = strata.values().stream().flatMap(List::stream).toList();
    Slots slots = all.of(strata.keySet());
    return derivatives(blocks, slots, ties, design, new double[beta.length + 1], beta);
  }

  /** The likelihood of all rows of all strata of some slots. */
  static CoxDerivatives derivatives(
      List<Block> blocks, Slots slots, Ties ties, Design design, double[] events, double[] beta) {
    TableLikelihood likelihood =
        new TableLikelihood(
            RiskPass.over(blocks.iterator(), slots, design, beta), slots.risk(), ties);
    ProductPass.Weights weights = ProductPass.Weights.of(likelihood);
    double[] products = ProductPass.over(blocks.iterator(), slots, design, beta, weights);
    return likelihood.derivatives(events, beta, products);
  }

  /** Comparable pairs of a partition's strata; no rows of a cluster are told apart. */
  static ConcordanceSums pairs(Iterator<Block> part, Slots all, Design design, double[] beta) {
    ConcordanceSums sums = new ConcordanceSums();
    gathered(part)
        .forEach(
            (name, blocks) -> {
              Slots slots = all.of(List.of(name));
              RangeCut cut = new RangeCut(slots, design, beta, new double[0]);
              List<ScoredRows> pieces = new ArrayList<>();
              blocks.forEach(block -> cut.cut(block).forEachRemaining(p -> pieces.add(p._2)));
              PlaceTable own = PlaceTable.of(2 * slots.risk().size());
              pieces.forEach(own::add);
              PlaceTable nobody = PlaceTable.of(2 * slots.risk().size());
              ScoredRows rows = PairPass.joined(pieces);
              new PairPass(
                      rows,
                      slots.risk(),
                      null,
                      nobody,
                      own.cumulated(slots.risk().first()),
                      (i, concordant, discordant, tied) ->
                          rows.addPairs(sums, i, concordant, discordant, tied))
                  .run();
            });
    return sums;
  }

  private static Map<Object, List<Block>> gathered(Iterator<Block> part) {
    Map<Object, List<Block>> strata = new TreeMap<>(StratumOrder.INSTANCE);
    part.forEachRemaining(
        block -> strata.computeIfAbsent(block.stratumOf(0), n -> new ArrayList<>()).add(block));
    return strata;
  }
}
