package org.hepatica.ml.direct;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.hepatica.ml.scan.Chunks;
import org.hepatica.ml.scan.Scan;
import org.hepatica.survival.cox.CoxRegression;
import org.hepatica.survival.cox.Penalty;
import org.hepatica.survival.cox.Ties;
import org.hepatica.survival.cox.VarianceType;
import scala.Tuple2;

/** Rows read into blocks where they lay, and what is known of them as a whole. */
record ReadRows(
    JavaRDD<Block> blocks,
    JavaSparkContext spark,
    BlockFacts facts,
    Ties ties,
    RangeLimits limits) {

  /** So many rows are worth looking for a start among some of them. */
  private static final long WORTH_A_START = 1_000_000;

  private static final int ROWS_TO_START = 500_000;

  /** A start among more of them would take longer than the step it saves. */
  private static final int LEAST_EACH = 16;

  /** Of these again so many stand for one, where they find their own start. */
  private static final int EACH_OF_SOME = 20;

  /** A start need not be a maximum, and the last step ends nearer. */
  private static final double NEAR = 0.5;

  /**
   * Reads a dataset once.
   *
   * @param limits to the tables of slots; null for what memory allows
   */
  static ReadRows of(
      Dataset<Row> dataset, RowReader rows, List<String> names, Ties ties, RangeLimits limits) {
    JavaRDD<Block> blocks =
        Scan.pieces(dataset, (Chunks chunks) -> BlockBuffer.blocks(chunks, rows));
    JavaSparkContext spark =
        JavaSparkContext.fromSparkContext(dataset.sparkSession().sparkContext());
    Carried carried = rows.carried();
    RangeLimits own =
        limits == null ? RangeLimits.of(names.size(), spark.defaultParallelism()) : limits;
    long most = own.mostSlots();
    blocks.persist(StorageLevel.MEMORY_AND_DISK());
    Summary summary =
        InOrder.reduce(
            blocks.mapPartitions(
                (Iterator<Block> part) -> List.of(Summary.of(part, carried, most)).iterator()),
            Summary::merge);
    BlockFacts facts = new BlockFacts(List.copyOf(names), carried, summary);
    return new ReadRows(blocks, spark, facts, ties, own);
  }

  /**
   * Coefficients of some rows that stand for all, where rows are so many that this saves more than
   * it costs.
   *
   * @param of the rows, wherever they are by now
   */
  double[] start(JavaRDD<Block> of, long rows, CoxRegression options) {
    Carried carried = facts.carried();
    List<String> columns = facts.names();
    // Rows that enter late are two: a part of them would hold one without the other.
    if (rows < WORTH_A_START || carried.clusterIsRow() || carried.cluster()) {
      return new double[columns.size()];
    }
    int each = (int) Math.max(LEAST_EACH, Math.min(1 << 14, rows / ROWS_TO_START));
    Ties quick = options.ties() == Ties.EXACT ? Ties.EFRON : options.ties();
    CoxRegression near =
        options.with(quick).with(VarianceType.MODEL).with(Penalty.NONE).withTolerance(NEAR);
    Thinning thinning = facts.thinning(each);
    Carried carries = thinning.carries();
    return of.mapToPair(block -> new Tuple2<>(0, thinning.of(block)))
        .mapPartitionsToPair(InOrder::numbered)
        .partitionBy(new HashPartitioner(1))
        .mapPartitions(
            part -> {
              List<Block> some = InOrder.sorted(part);
              double[] first = new double[columns.size()];
              BlocksHere all = new BlocksHere(some, columns, carries, near);
              double[] nearby = all.thinned(EACH_OF_SOME).coefficients(first);
              return List.of(all.coefficients(nearby)).iterator();
            })
        .first();
  }
}
