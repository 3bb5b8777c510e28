package org.hepatica.ml.competing;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.DoubleStream;
import org.hepatica.survival.competing.CompetingCounts;

/**
 * What is known of all blocks before the climb: who leaves when, the columns' moments. A mergeable
 * state. Mutable, for one thread.
 */
final class BlockSummary implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int KINDS = 3;

  private double[] times = new double[0];
  private long[] counts = new long[0];
  final ColumnMoments[] moments;
  long missing;

  BlockSummary(int columns) {
    moments = new ColumnMoments[columns];
    Arrays.setAll(moments, j -> new ColumnMoments());
  }

  static BlockSummary of(Iterator<SubjectBlock> blocks, int columns) {
    BlockSummary summary = new BlockSummary(columns);
    blocks.forEachRemaining(summary::add);
    return summary;
  }

  private void add(SubjectBlock block) {
    BlockSummary own = new BlockSummary(moments.length);
    own.missing = block.missing();
    own.times = DoubleStream.of(block.time()).sorted().distinct().toArray();
    own.counts = new long[KINDS * own.times.length];
    for (int i = 0; i < block.rows(); i++) {
      int at = Arrays.binarySearch(own.times, block.time()[i]);
      own.counts[KINDS * at + block.kind()[i]] += (long) block.frequency()[i];
    }
    Arrays.setAll(own.moments, j -> ColumnMoments.of(block.columns()[j], block.frequency()));
    merge(own);
  }

  BlockSummary merge(BlockSummary other) {
    double[] all =
        DoubleStream.concat(Arrays.stream(times), Arrays.stream(other.times))
            .sorted()
            .distinct()
            .toArray();
    long[] sums = new long[KINDS * all.length];
    addTo(all, sums);
    other.addTo(all, sums);
    times = all;
    counts = sums;
    for (int j = 0; j < moments.length; j++) {
      moments[j].merge(other.moments[j]);
    }
    missing += other.missing;
    return this;
  }

  private void addTo(double[] all, long[] sums) {
    int at = 0;
    for (int i = 0; i < times.length; i++) {
      while (all[at] != times[i]) {
        at++;
      }
      for (int kind = 0; kind < KINDS; kind++) {
        sums[KINDS * at + kind] += counts[KINDS * i + kind];
      }
    }
  }

  double[] times() {
    return times;
  }

  /** All subjects by time and kind. */
  CompetingCounts counts(TimeSlots slots) {
    CompetingCounts.Builder builder = CompetingCounts.builder();
    double first = Double.NaN;
    int slot = -1;
    for (int i = 0; i < times.length; i++) {
      if (slots.of(times[i]) != slot) {
        slot = slots.of(times[i]);
        first = times[i];
      }
      for (int kind = 0; kind < KINDS; kind++) {
        builder.add(first, kind, counts[KINDS * i + kind]);
      }
    }
    return builder.build();
  }
}
