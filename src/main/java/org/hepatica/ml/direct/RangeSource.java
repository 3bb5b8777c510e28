package org.hepatica.ml.direct;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.hepatica.survival.cox.ColumnScale;
import org.hepatica.survival.cox.Concordance;
import org.hepatica.survival.cox.ConcordanceResult;
import org.hepatica.survival.cox.CoxDerivatives;
import org.hepatica.survival.cox.CoxFit;
import org.hepatica.survival.cox.CoxObjective;
import org.hepatica.survival.cox.CoxRegression;
import org.hepatica.survival.cox.CoxSource;
import org.hepatica.survival.cox.ExactTies;
import org.hepatica.survival.cox.FittedColumns;
import org.hepatica.survival.cox.Penalty;
import org.hepatica.survival.cox.ProportionalHazardsMoments;
import org.hepatica.survival.cox.ProportionalHazardsTest;
import org.hepatica.survival.cox.SubjectTotals;
import org.hepatica.survival.cox.Ties;
import org.hepatica.survival.cox.WeightedSource;

/**
 * Subjects in ranges of time, for data of nearly as many times as rows: tables of sums by time stay
 * where the range is, and the driver has numbers by range and stratum only, however many rows there
 * are.
 *
 * <p>A range has all strata, since times are tied by rounding over all of them. {@link #close} lets
 * the ranges go.
 */
public final class RangeSource implements BlockSource {

  private final ReadRows read;
  private final BlockFacts facts;
  private Cut cut;

  RangeSource(ReadRows read) {
    this.read = read;
    facts = read.facts();
  }

  /** What ranges have together. */
  private record Totals(long subjects, long events, boolean negativeTimes) implements Serializable {

    static Totals of(Slots slots) {
      return new Totals(slots.subjects(), slots.events(), slots.hasNegativeTimes());
    }

    Totals plus(Totals other) {
      return new Totals(
          subjects + other.subjects, events + other.events, negativeTimes || other.negativeTimes);
    }
  }

  private record Cut(JavaRDD<RangeRows> ranges, Totals totals) {}

  /** Rows move only once it is known that their statuses were read as they are meant. */
  private Cut cut() {
    if (cut == null) {
      JavaRDD<Block> blocks = read.blocks();
      Carried carried = facts.carried();
      long rows = facts.summary().rows;
      int wanted =
          (int) Math.max(read.spark().defaultParallelism(), 1 + rows / read.limits().rowsARange());
      TimeCut at = TimeCut.of(blocks, rows, wanted);
      double tolerance = at.tolerance();
      double[] bounds = at.bounds();
      JavaRDD<RangeRows> ranges =
          blocks
              .flatMapToPair(block -> BlockPieces.cut(block, bounds))
              .mapPartitionsToPair(InOrder::numbered)
              .partitionBy(new HashPartitioner(at.ranges()))
              .mapPartitionsWithIndex(
                  (number, part) ->
                      one(RangeRows.of(number, InOrder.sorted(part), carried, tolerance)),
                  true);
      ranges.persist(StorageLevel.MEMORY_AND_DISK());
      Totals totals = ranges.map(range -> Totals.of(range.slots())).reduce(Totals::plus);
      blocks.unpersist(false);
      cut = new Cut(ranges, totals);
    }
    return cut;
  }

  /** How many ranges there are. */
  public int ranges() {
    return cut().ranges.getNumPartitions();
  }

  @Override
  public double[] start(CoxRegression options) {
    JavaRDD<Block> blocks = cut().ranges.flatMap(range -> range.blocks().iterator());
    return read.start(blocks, totals().n(), options);
  }

  @Override
  public List<String> names() {
    return facts.names();
  }

  @Override
  public SubjectTotals totals() {
    return new SubjectTotals(cut().totals.subjects, cut().totals.events);
  }

  @Override
  public double[] statuses() {
    return facts.summary().statuses.stream().mapToDouble(s -> s).toArray();
  }

  @Override
  public CoxSource with(Penalty penalty) {
    return penalty == Penalty.FIRTH ? new FirthSource(this, this::penalised) : this;
  }

  @Override
  public WeightedSource weighted() {
    Design all = facts.design(IntStream.range(0, names().size()).toArray());
    double[] sums =
        InOrder.reduceNumbers(
            cut().ranges.map(range -> MassPass.over(range.blocks().iterator(), all)),
            DirectSource::sum);
    return new WeightedSource(this, facts.weighted(sums), sums[0]);
  }

  @Override
  public long missing() {
    return facts.summary().leftOut.missing();
  }

  @Override
  public List<String> remarks() {
    return facts.remarks(cut().totals.negativeTimes);
  }

  @Override
  public ColumnScale scale() {
    return facts.scale();
  }

  @Override
  public CoxObjective objective(int[] columns) {
    if (read.ties() == Ties.EXACT) {
      refuseWhatExactTiesLack();
      return exact(columns);
    }
    return objective(columns, (passes, plain) -> plain);
  }

  private CoxObjective penalised(int[] columns) {
    return objective(
        columns, (passes, plain) -> FirthSource.penalised(plain, inverse -> passes.trace(inverse)));
  }

  private void refuseWhatExactTiesLack() {
    if (facts.carried().weight()) {
      throw ExactTies.unknown();
    }
    JavaRDD<RangeRows> ranges = cut().ranges;
    List<Map<Object, Double>> staying =
        ranges.map(range -> range.byStratum(range.slots().staying())).collect();
    List<Map<Object, Double>> later = RangeOffsets.later(staying, Double::sum);
    double sum =
        ranges
            .map(range -> range.slots().atRiskTimesEvents(later.get(range.number())))
            .reduce(Double::sum);
    ExactTies.requireFew(sum, names().size());
  }

  private CoxObjective exact(int[] columns) {
    Design design = facts.design(columns);
    JavaRDD<RangeRows> ranges = cut().ranges;
    double[] events = events(design);
    return new ExactObjective(
        ranges.flatMap(range -> range.blocks().iterator()),
        read.spark(),
        design,
        beta -> {
          RangePasses passes = new RangePasses(ranges, read.spark(), design, beta, Ties.BRESLOW);
          try {
            CoxDerivatives alone = passes.ofTimesWithOneEvent();
            return new ExactObjective.Usual(
                alone.plus(CoxDerivatives.ofEvents(events, beta)), passes.tiedPlaces());
          } finally {
            passes.close();
          }
        });
  }

  /**
   * @param finish what is made of a likelihood while its passes are open
   */
  private CoxObjective objective(
      int[] columns, BiFunction<RangePasses, CoxDerivatives, CoxDerivatives> finish) {
    Design design = facts.design(columns);
    double[] events = events(design);
    return beta -> derivatives(design, events, beta.clone(), finish);
  }

  private double[] events(Design design) {
    return InOrder.reduceNumbers(
        cut()
            .ranges
            .map(range -> EventPass.over(range.blocks().iterator(), range.slots(), design, null)),
        DirectSource::sum);
  }

  private CoxDerivatives derivatives(
      Design design,
      double[] events,
      double[] beta,
      BiFunction<RangePasses, CoxDerivatives, CoxDerivatives> finish) {
    RangePasses passes = new RangePasses(cut().ranges, read.spark(), design, beta, read.ties());
    try {
      return finish.apply(passes, passes.derivatives().plus(CoxDerivatives.ofEvents(events, beta)));
    } finally {
      passes.close();
    }
  }

  @Override
  public boolean isClustered() {
    return facts.carried().cluster() && !facts.carried().clusterIsRow();
  }

  @Override
  public boolean hasFractionalWeights() {
    return facts.summary().fractional;
  }

  @Override
  public double[][] scoreProducts(int[] columns, double[] beta) {
    RangePasses passes =
        new RangePasses(
            cut().ranges, read.spark(), facts.design(columns), beta.clone(), read.ties());
    try {
      return passes.scoreProducts(facts.carried());
    } finally {
      passes.close();
    }
  }

  @Override
  public ProportionalHazardsMoments moments(CoxFit fit, ProportionalHazardsTest test) {
    if (read.ties() == Ties.EXACT) {
      throw ExactTies.noResiduals();
    }
    FittedColumns fitted = FittedColumns.of(fit, names(), scale());
    JavaRDD<RangeRows> ranges = cut().ranges;
    RangeScale g = RangeScale.of(ranges, test);
    RangePasses passes =
        new RangePasses(
            ranges, read.spark(), facts.design(fitted.columns()), fitted.beta(), read.ties());
    try {
      return RangeMoments.of(ranges, passes, g);
    } finally {
      passes.close();
    }
  }

  @Override
  public Optional<ConcordanceResult> concordance(CoxFit fit) {
    if (fit.isInfinite()) {
      return Optional.empty();
    }
    FittedColumns fitted = FittedColumns.of(fit, names(), scale());
    return concordance(facts.design(fitted.columns()), fitted.beta(), Concordance.withDefaults());
  }

  @Override
  public Optional<ConcordanceResult> concordance(double[] coefficients, Concordance options) {
    int[] columns = IntStream.range(0, names().size()).toArray();
    return concordance(facts.design(columns), facts.standardised(coefficients), options);
  }

  private Optional<ConcordanceResult> concordance(
      Design design, double[] beta, Concordance options) {
    return new RangeConcordance(cut().ranges, read.spark(), facts.carried(), design, beta, options)
        .result(totals().n());
  }

  private static <T> Iterator<T> one(T value) {
    return List.of(value).iterator();
  }

  @Override
  public void close() {
    read.blocks().unpersist(false);
    if (cut != null) {
      cut.ranges.unpersist(false);
    }
  }
}
