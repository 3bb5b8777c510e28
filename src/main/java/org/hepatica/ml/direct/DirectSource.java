package org.hepatica.ml.direct;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.hepatica.ml.scan.Chunks;
import org.hepatica.ml.scan.Scan;
import org.hepatica.survival.cox.ColumnScale;
import org.hepatica.survival.cox.CoxDerivatives;
import org.hepatica.survival.cox.CoxObjective;
import org.hepatica.survival.cox.CoxSource;
import org.hepatica.survival.cox.SlotSums;
import org.hepatica.survival.cox.SubjectTotals;
import org.hepatica.survival.cox.TableLikelihood;
import org.hepatica.survival.cox.Ties;

/**
 * Subjects that stay in packed blocks where they were read, in memory or, where that ends, on disk;
 * {@link #close} lets them go.
 */
public final class DirectSource implements CoxSource, AutoCloseable {

  private static final int DEPTH = 2;

  private final JavaRDD<Block> blocks;
  private final JavaSparkContext spark;
  private final Summary summary;
  private final Broadcast<Slots> slots;
  private final List<String> names;
  private final Ties ties;

  private DirectSource(
      JavaRDD<Block> blocks,
      JavaSparkContext spark,
      Summary summary,
      List<String> names,
      Ties ties) {
    this.blocks = blocks;
    this.spark = spark;
    this.summary = summary;
    this.names = names;
    this.ties = ties;
    slots = spark.broadcast(new Slots(summary.strata));
  }

  /**
   * Reads a dataset once.
   *
   * @param dataset with the columns that the rows are made of
   * @param rows how to make rows of what is scanned
   * @param names of the design columns, distinct
   * @param ties Efron's or Breslow's
   */
  public static DirectSource of(
      Dataset<Row> dataset, RowReader rows, List<String> names, Ties ties) {
    JavaRDD<Block> blocks = Scan.pieces(dataset, (Chunks chunks) -> new BlockBuilder(chunks, rows));
    blocks.persist(StorageLevel.MEMORY_AND_DISK());
    int columns = names.size();
    Summary summary =
        blocks
            .mapPartitions((Iterator<Block> part) -> one(Summary.of(part, columns)))
            .treeReduce(Summary::merge, DEPTH);
    JavaSparkContext spark =
        JavaSparkContext.fromSparkContext(dataset.sparkSession().sparkContext());
    return new DirectSource(blocks, spark, summary, List.copyOf(names), ties);
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public SubjectTotals totals() {
    return new SubjectTotals(summary.rows, slots.value().events());
  }

  /** Rows left out because a value was missing. */
  public long missing() {
    return summary.missing;
  }

  @Override
  public ColumnScale scale() {
    return ColumnScale.of(mean(), deviation(), range());
  }

  @Override
  public CoxObjective objective(int[] columns) {
    Design design = new Design(columns.clone(), mean(), deviation());
    double[] eventX = eventX(design);
    return beta -> at(design, eventX, beta.clone());
  }

  private CoxDerivatives at(Design design, double[] eventX, double[] beta) {
    Broadcast<Slots> shared = slots;
    SlotSums table =
        blocks
            .mapPartitions(
                (Iterator<Block> part) -> one(RiskPass.over(part, shared.value(), design, beta)))
            .treeReduce(SlotSums::merge, DEPTH);
    TableLikelihood likelihood = new TableLikelihood(table, slots.value().risk(), ties);
    Broadcast<ProductPass.Weights> weights = spark.broadcast(ProductPass.Weights.of(likelihood));
    double[] products =
        blocks
            .mapPartitions(
                (Iterator<Block> part) ->
                    one(ProductPass.over(part, shared.value(), design, beta, weights.value())))
            .treeReduce(DirectSource::sum, DEPTH);
    weights.destroy();
    return likelihood.derivatives(eventX, beta, products);
  }

  private double[] eventX(Design design) {
    return blocks
        .mapPartitions((Iterator<Block> part) -> one(EventPass.over(part, design)))
        .treeReduce(DirectSource::sum, DEPTH);
  }

  private double[] mean() {
    return Arrays.stream(summary.moments).mapToDouble(Moments::mean).toArray();
  }

  private double[] deviation() {
    return Arrays.stream(summary.moments).mapToDouble(Moments::deviation).toArray();
  }

  private double[] range() {
    return Arrays.stream(summary.moments).mapToDouble(Moments::range).toArray();
  }

  private static double[] sum(double[] a, double[] b) {
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
