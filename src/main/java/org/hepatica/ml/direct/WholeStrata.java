package org.hepatica.ml.direct;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.hepatica.survival.cox.ConcordanceSums;
import org.hepatica.survival.cox.CoxDerivatives;
import org.hepatica.survival.cox.PointsObjective;
import org.hepatica.survival.cox.TableLikelihood;
import org.hepatica.survival.cox.Ties;
import scala.Tuple2;

/**
 * Partitions that hold strata whole: each is a likelihood of its own, of which the sums over slots
 * stay where they are. Worth sending rows to where their stratum is where there are many slots.
 */
final class WholeStrata implements PointsObjective {

  /** Fewer slots travel quickly. */
  private static final int WORTH_IT = 50_000;

  private static final long ROWS_A_PARTITION = 4_000_000;

  /** Larger partitions would keep the others waiting. */
  private static final double MOST_IMBALANCE = 1.3;

  private final JavaRDD<Block> blocks;
  private final Broadcast<Slots> slots;
  private final Design design;
  private final Ties ties;

  /** What the events' own columns add up to, once a first pass has told; null before. */
  private double[] events;

  /**
   * A model of rows that {@link #of} has laid.
   *
   * @param blocks no stratum in two partitions
   */
  WholeStrata(JavaRDD<Block> blocks, Broadcast<Slots> slots, Design design, Ties ties) {
    this.blocks = blocks;
    this.slots = slots;
    this.design = design;
    this.ties = ties;
  }

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
            .mapPartitionsToPair(InOrder::numbered)
            .partitionBy(partitioner)
            .mapPartitions(
                part ->
                    gathered(InOrder.sorted(part).iterator()).values().stream()
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

  @Override
  public List<CoxDerivatives> at(List<double[]> points) {
    double[][] betas = points.stream().map(double[]::clone).toArray(double[][]::new);
    Broadcast<Slots> shared = slots;
    Design own = design;
    Ties treatment = ties;
    boolean first = events == null;
    Part sum =
        InOrder.reduceNumbers(
            blocks.mapPartitions(
                (Iterator<Block> part) ->
                    List.of(Part.of(part, shared.value(), treatment, own, betas, first))
                        .iterator()),
            Part::plus);
    if (first) {
      events = sum.events;
    }
    return IntStream.range(0, betas.length)
        .mapToObj(point -> sum.at[point].plus(CoxDerivatives.ofEvents(events, betas[point])))
        .toList();
  }

  /** What a partition's strata add: by point, without the events' own predictors; these' sums. */
  private record Part(CoxDerivatives[] at, double[] events) implements Serializable {

    static Part of(
        Iterator<Block> part,
        Slots all,
        Ties ties,
        Design design,
        double[][] betas,
        boolean withEvents) {
      Map<Object, List<Block>> strata = gathered(part);
      List<Block> blocks = strata.values().stream().flatMap(List::stream).toList();
      Slots slots = all.of(strata.keySet());
      double[] none = new double[design.columns().length + 1];
      CoxDerivatives[] at = derivatives(blocks, slots, ties, design, none, betas);
      return new Part(
          at, withEvents ? EventPass.over(blocks.iterator(), slots, design, null) : none);
    }

    Part plus(Part other) {
      CoxDerivatives[] sum = new CoxDerivatives[at.length];
      Arrays.setAll(sum, point -> at[point].plus(other.at[point]));
      return new Part(sum, DirectSource.sum(events, other.events));
    }
  }

  /** The likelihood of all rows of all strata of some slots, by point. */
  static CoxDerivatives[] derivatives(
      List<Block> blocks,
      Slots slots,
      Ties ties,
      Design design,
      double[] events,
      double[]... betas) {
    RiskPass risk = new RiskPass(slots, design, betas);
    blocks.forEach(risk::add);
    TableLikelihood[] likelihoods = new TableLikelihood[betas.length];
    Arrays.setAll(
        likelihoods, point -> new TableLikelihood(risk.tables()[point], slots.risk(), ties));
    double[][] products =
        ProductPass.over(
            blocks.iterator(), slots, design, betas, ProductPass.Weights.of(likelihoods));
    CoxDerivatives[] found = new CoxDerivatives[betas.length];
    Arrays.setAll(
        found, point -> likelihoods[point].derivatives(events, betas[point], products[point]));
    return found;
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
