package org.hepatica.ml.direct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.Partitioner;

/** Sends each stratum to one partition, the largest first to where there is least so far. */
final class StrataPartitioner extends Partitioner {

  private static final long serialVersionUID = 1L;

  private final Map<Object, Integer> partition = new HashMap<>();
  private final long[] rows;

  /**
   * @param sizes how many rows each stratum has
   */
  StrataPartitioner(Map<Object, Long> sizes, int partitions) {
    rows = new long[partitions];
    List<Map.Entry<Object, Long>> largestFirst = new ArrayList<>(sizes.entrySet());
    largestFirst.sort(
        Comparator.comparing((Map.Entry<Object, Long> e) -> -e.getValue())
            .thenComparing(Map.Entry::getKey, StratumOrder.INSTANCE));
    for (Map.Entry<Object, Long> stratum : largestFirst) {
      int least = 0;
      for (int p = 1; p < partitions; p++) {
        least = rows[p] < rows[least] ? p : least;
      }
      partition.put(stratum.getKey(), least);
      rows[least] += stratum.getValue();
    }
  }

  /** The largest partition as a share of what each would have if they were equal. */
  double imbalance() {
    long all = 0;
    long most = 0;
    for (long own : rows) {
      all += own;
      most = Math.max(most, own);
    }
    return all == 0 ? 1 : (double) most * rows.length / all;
  }

  @Override
  public int numPartitions() {
    return rows.length;
  }

  @Override
  public int getPartition(Object stratum) {
    return partition.get(stratum);
  }
}
