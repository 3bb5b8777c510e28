package org.hepatica.ml.direct;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.hepatica.survival.cox.ColumnScale;
import org.hepatica.survival.cox.Concordance;
import org.hepatica.survival.cox.ConcordanceResult;
import org.hepatica.survival.cox.ConcordanceSums;
import org.hepatica.survival.cox.CoxFit;
import org.hepatica.survival.cox.CoxObjective;
import org.hepatica.survival.cox.CoxRegression;
import org.hepatica.survival.cox.CoxSource;
import org.hepatica.survival.cox.ExactTies;
import org.hepatica.survival.cox.FittedColumns;
import org.hepatica.survival.cox.Neighbours;
import org.hepatica.survival.cox.Penalty;
import org.hepatica.survival.cox.ProportionalHazardsMoments;
import org.hepatica.survival.cox.ProportionalHazardsTest;
import org.hepatica.survival.cox.RiskSlots;
import org.hepatica.survival.cox.SlotSteps;
import org.hepatica.survival.cox.SlotSums;
import org.hepatica.survival.cox.SubjectTotals;
import org.hepatica.survival.cox.TableLikelihood;
import org.hepatica.survival.cox.Ties;
import org.hepatica.survival.cox.WeightedSource;
import scala.Tuple2;

/**
 * Subjects that stay in packed blocks where they were read, in memory or, where that ends, on disk;
 * {@link #close} lets them go.
 */
public final class DirectSource implements BlockSource {

  private final ReadRows read;
  private final JavaRDD<Block> blocks;
  private final JavaSparkContext spark;
  private final Carried carried;
  private final Summary summary;
  private final BlockFacts facts;
  private final Broadcast<Slots> slots;
  private final List<String> names;
  private final Ties ties;

  /** Whether no stratum is in two partitions. */
  private final boolean whole;

  DirectSource(ReadRows read) {
    this.read = read;
    spark = read.spark();
    facts = read.facts();
    carried = facts.carried();
    summary = facts.summary();
    names = facts.names();
    ties = read.ties();
    Optional<JavaRDD<Block>> strata =
        WholeStrata.of(read.blocks(), summary, spark.defaultParallelism());
    strata.ifPresent(
        laid -> {
          laid.persist(StorageLevel.MEMORY_AND_DISK()).count();
          read.blocks().unpersist(false);
        });
    whole = strata.isPresent();
    blocks = strata.orElse(read.blocks());
    slots = spark.broadcast(new Slots(summary.strata));
  }

  /**
   * Reads a dataset once, to stay where it was read.
   *
   * @param dataset with the columns that the rows are made of
   * @param rows how to make rows of what is scanned
   * @param names of the design columns, distinct
   * @param ties how ties are treated; exact ones may be refused when a likelihood is asked
   * @throws IllegalArgumentException if a table of all times has no room
   */
  public static DirectSource of(
      Dataset<Row> dataset, RowReader rows, List<String> names, Ties ties) {
    ReadRows read = ReadRows.of(dataset, rows, names, ties, null);
    if (read.facts().summary().isOverfull()) {
      read.blocks().unpersist(false);
      throw new IllegalArgumentException(
          "more than %d different times need tables larger than there is memory for: round the times, as to days, or give more memory"
              .formatted(read.limits().mostSlots()));
    }
    return new DirectSource(read);
  }

  @Override
  public double[] start(CoxRegression options) {
    return read.start(blocks, totals().n(), options);
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public SubjectTotals totals() {
    return BlockFacts.totals(slots.value());
  }

  @Override
  public double[] statuses() {
    return summary.statuses.stream().mapToDouble(s -> s).toArray();
  }

  @Override
  public long missing() {
    return summary.leftOut.missing();
  }

  @Override
  public List<String> remarks() {
    return facts.remarks(slots.value().hasNegativeTimes());
  }

  @Override
  public ColumnScale scale() {
    return facts.scale();
  }

  @Override
  public WeightedSource weighted() {
    Design all = facts.design(IntStream.range(0, names.size()).toArray());
    double[] sums =
        InOrder.reduceNumbers(
            blocks.mapPartitions((Iterator<Block> part) -> one(MassPass.over(part, all))),
            DirectSource::sum);
    return new WeightedSource(this, facts.weighted(sums), sums[0]);
  }

  @Override
  public CoxObjective objective(int[] columns) {
    Design design = facts.design(columns);
    if (ties == Ties.EXACT) {
      refuseWhatExactTiesLack();
      return exact(design);
    }
    return whole ? new WholeStrata(blocks, slots, design, ties) : passes(design);
  }

  private void refuseWhatExactTiesLack() {
    ExactTies.requireFew(slots.value().atRiskTimesEvents(Map.of()), names.size());
    if (carried.weight()) {
      throw ExactTies.unknown();
    }
  }

  private CoxObjective exact(Design design) {
    DirectPasses passes = new DirectPasses(blocks, spark, slots, design, Ties.BRESLOW);
    double[] single = ExactTies.single(risk());
    double[] events = passes.events(null);
    return new ExactObjective(
        blocks,
        spark,
        design,
        beta -> {
          SlotSums table = passes.table(beta);
          TableLikelihood alone = passes.likelihood(table, single);
          double[][] products = passes.products(new double[][] {beta}, alone);
          return new ExactObjective.Usual(
              alone.derivatives(events, beta, products[0]),
              TiedPlaces.of(List.of(TiedPlaces.parts(slots.value(), table, Neighbours.NONE))));
        });
  }

  private DirectPasses passes(Design design) {
    return new DirectPasses(blocks, spark, slots, design, ties);
  }

  private RiskSlots risk() {
    return slots.value().risk();
  }

  @Override
  public CoxSource with(Penalty penalty) {
    return penalty == Penalty.FIRTH ? new FirthSource(this, this::penalised) : this;
  }

  private CoxObjective penalised(int[] columns) {
    DirectPasses passes = passes(facts.design(columns));
    return beta -> passes.penalised(beta.clone());
  }

  @Override
  public boolean isClustered() {
    // Two rows of one subject that comes late are not clusters for anybody but ourselves.
    return carried.cluster() && !carried.clusterIsRow();
  }

  @Override
  public boolean hasFractionalWeights() {
    return summary.fractional;
  }

  @Override
  public double[][] scoreProducts(int[] columns, double[] beta) {
    Design design = facts.design(columns);
    int p = beta.length;
    boolean areRows = carried.clusterIsRow();
    Broadcast<Slots> shared = slots;
    Broadcast<SlotSteps> steps =
        spark.broadcast(SlotSteps.of(passes(design).table(beta), risk(), ties));
    JavaRDD<double[][]> parts =
        carried.cluster()
            ? blocks
                .mapPartitionsToPair(
                    (Iterator<Block> part) ->
                        ScorePass.clusters(part, shared.value(), design, beta, steps.value())
                            .entrySet()
                            .stream()
                            .map(e -> new Tuple2<>(e.getKey(), e.getValue()))
                            .iterator())
                .reduceByKey(DirectSource::sum)
                .values()
                .mapPartitions(
                    (Iterator<double[]> sums) -> one(ScorePass.products(sums, p, areRows)))
            : blocks.mapPartitions(
                (Iterator<Block> part) ->
                    one(ScorePass.products(part, shared.value(), design, beta, steps.value())));
    double[][] products = InOrder.reduceNumbers(parts, ScorePass::add);
    steps.destroy();
    return products;
  }

  @Override
  public ProportionalHazardsMoments moments(CoxFit fit, ProportionalHazardsTest test) {
    if (ties == Ties.EXACT) {
      throw ExactTies.noResiduals();
    }
    FittedColumns fitted = FittedColumns.of(fit, names, scale());
    Design design = facts.design(fitted.columns());
    double[] g = slots.value().bySlot(test.scale(slots.value().timeCounts()));
    double[] squared = Arrays.stream(g).map(v -> v * v).toArray();
    DirectPasses passes = passes(design);
    double[] beta = fitted.beta();
    SlotSums table = passes.table(beta);
    TableLikelihood[] parts = {
      passes.likelihood(table, null), passes.likelihood(table, g), passes.likelihood(table, squared)
    };
    double[][] products = passes.products(new double[][] {beta, beta, beta}, parts);
    double[] none = new double[beta.length + 1];
    return ProportionalHazardsMoments.of(
        parts[0].derivatives(none, beta, products[0]),
        parts[1].derivatives(passes.events(g), beta, products[1]),
        parts[2].derivatives(none, beta, products[2]));
  }

  @Override
  public Optional<ConcordanceResult> concordance(CoxFit fit) {
    if (fit.isInfinite()) {
      return Optional.empty();
    }
    FittedColumns fitted = FittedColumns.of(fit, names, scale());
    return concordance(facts.design(fitted.columns()), fitted.beta(), Concordance.withDefaults());
  }

  @Override
  public Optional<ConcordanceResult> concordance(double[] coefficients, Concordance options) {
    int[] columns = IntStream.range(0, names.size()).toArray();
    return concordance(facts.design(columns), facts.standardised(coefficients), options);
  }

  private Optional<ConcordanceResult> concordance(
      Design design, double[] beta, Concordance options) {
    if (whole && options.isPlain() && !carried.cluster()) {
      Broadcast<Slots> shared = slots;
      JavaRDD<ConcordanceSums> parts =
          blocks.mapPartitions(
              (Iterator<Block> part) -> one(WholeStrata.pairs(part, shared.value(), design, beta)));
      return InOrder.reduceNumbers(parts, ConcordanceSums::merge).result();
    }
    return new DirectConcordance(blocks, spark, carried, slots, design, beta, options)
        .result(totals().n());
  }

  static double[] sum(double[] a, double[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] += b[i];
    }
    return a;
  }

  private static <T> Iterator<T> one(T value) {
    return List.of(value).iterator();
  }

  @Override
  public void close() {
    blocks.unpersist(false);
    slots.destroy();
  }
}
