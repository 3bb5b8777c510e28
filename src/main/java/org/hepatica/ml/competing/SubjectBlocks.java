package org.hepatica.ml.competing;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.hepatica.ml.scan.Chunks;
import org.hepatica.ml.scan.Scan;
import org.hepatica.survival.FollowUpTimes;
import org.hepatica.survival.competing.CompetingCounts;
import org.hepatica.survival.competing.SubdistributionObjective;
import org.hepatica.survival.competing.SubdistributionSlots;
import org.hepatica.survival.competing.SubdistributionSource;
import org.hepatica.survival.competing.SubdistributionTotals;

/**
 * Subjects that stay in blocks where they were read, in memory or, where that ends, on disk; {@link
 * #close} lets them go.
 */
public final class SubjectBlocks implements SubdistributionSource, AutoCloseable {

  /** What one task's table may hold: 256 MB. */
  private static final long MOST_CELLS = 1 << 25;

  private static final int DEPTH = 2;
  private static final int EVENT = 1;

  final JavaSparkContext spark;
  final JavaRDD<SubjectBlock> blocks;
  final SubdistributionSlots slots;
  private final BlockSummary summary;
  private final CompetingCounts counts;
  private final List<String> names;

  private SubjectBlocks(
      JavaSparkContext spark,
      JavaRDD<SubjectBlock> read,
      BlockSummary summary,
      List<String> names) {
    this.spark = spark;
    this.summary = summary;
    this.names = names;
    TimeSlots places = new TimeSlots(summary.times());
    Broadcast<TimeSlots> shared = spark.broadcast(places);
    counts = summary.counts(places);
    slots = SubdistributionSlots.of(counts, EVENT);
    blocks = read.map(block -> block.at(shared.value()));
    blocks.persist(StorageLevel.MEMORY_AND_DISK());
    blocks.count();
    read.unpersist(false);
  }

  /**
   * Reads a dataset once.
   *
   * @param dataset with the columns that the subjects are made of
   * @param rows how to make subjects of what is scanned
   * @param names of the design columns
   * @throws IllegalArgumentException if there are more distinct times than a table has room for
   */
  public static SubjectBlocks of(Dataset<Row> dataset, SubjectReader rows, List<String> names) {
    JavaRDD<SubjectBlock> read =
        Scan.pieces(dataset, (Chunks chunks) -> SubjectBuffer.blocks(chunks, rows));
    read.persist(StorageLevel.MEMORY_AND_DISK());
    int columns = names.size();
    BlockSummary summary =
        read.getNumPartitions() == 0
            ? new BlockSummary(columns)
            : read.mapPartitions((Iterator<SubjectBlock> p) -> one(BlockSummary.of(p, columns)))
                .treeReduce(BlockSummary::merge, DEPTH);
    long most = MOST_CELLS / (1 + 2L * (1 + columns));
    if (summary.times().length > most) {
      read.unpersist(false);
      throw new IllegalArgumentException(
          "more than %,d different times: round the time, to days say".formatted(most));
    }
    JavaSparkContext spark =
        JavaSparkContext.fromSparkContext(dataset.sparkSession().sparkContext());
    return new SubjectBlocks(spark, read, summary, List.copyOf(names));
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public SubdistributionTotals totals() {
    long events = counts.total(EVENT);
    long censored = counts.total(CompetingCounts.CENSORED);
    return new SubdistributionTotals(counts.n(), events, counts.n() - events - censored);
  }

  @Override
  public List<String> remarks() {
    double[] times = summary.times();
    return times.length > 0 && times[0] < 0 ? List.of(FollowUpTimes.BEFORE_ZERO) : List.of();
  }

  /** Rows left out because a value was missing. */
  public long missing() {
    return summary.missing;
  }

  @Override
  public SubdistributionObjective objective(int[] columns) {
    ColumnMoments[] own =
        Arrays.stream(columns).mapToObj(j -> summary.moments[j]).toArray(ColumnMoments[]::new);
    return new BlockObjective(
        this,
        columns.clone(),
        Arrays.stream(own).mapToDouble(ColumnMoments::mean).toArray(),
        Arrays.stream(own).mapToDouble(ColumnMoments::deviation).toArray(),
        Arrays.stream(own).mapToDouble(ColumnMoments::range).toArray());
  }

  /** One state of all partitions' states. */
  <S> S reduce(Function<Iterator<SubjectBlock>, S> state, Function2<S, S, S> merge) {
    return blocks
        .mapPartitions((Iterator<SubjectBlock> part) -> one(state.call(part)))
        .treeReduce(merge, DEPTH);
  }

  private static <T> Iterator<T> one(T value) {
    return List.of(value).iterator();
  }

  @Override
  public void close() {
    blocks.unpersist(false);
  }
}
