package org.hepatica.ml.direct;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of all blocks before the climb: who leaves when, the columns' moments. A mergeable
 * state. Mutable, for one thread.
 */
final class Summary implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int TILE = 4096;

  /** By stratum, its times and the events at each. */
  final Map<Object, Leaving> strata = new TreeMap<>(StratumOrder.INSTANCE);

  final Moments[] moments;

  long rows;
  long missing;

  Summary(int columns) {
    moments = new Moments[columns];
    Arrays.setAll(moments, j -> new Moments());
  }

  /** The summary of some blocks. */
  static Summary of(Iterator<Block> blocks, int columns) {
    Summary summary = new Summary(columns);
    blocks.forEachRemaining(summary::add);
    return summary;
  }

  private void add(Block block) {
    rows += block.rows();
    missing += block.missing;
    for (int from = 0; from < block.runs(); ) {
      int to = from;
      while (to < block.runs() && block.stratum[to] == block.stratum[from]) {
        to++;
      }
      strata.merge(
          name(block, from), Leaving.of(block, from, to), (known, more) -> known.merge(more));
      from = to;
    }
    double[] tile = new double[TILE];
    for (int j = 0; j < moments.length; j++) {
      for (int from = 0; from < block.rows(); from += TILE) {
        int n = Math.min(TILE, block.rows() - from);
        block.columns[j].read(from, n, 0, 1, tile);
        moments[j].add(tile, n);
      }
    }
  }

  private static Object name(Block block, int run) {
    Object name = block.strata[block.stratum[run]];
    return name == null ? StratumOrder.NONE : name;
  }

  Summary merge(Summary other) {
    other.strata.forEach((name, more) -> strata.merge(name, more, (known, m) -> known.merge(m)));
    for (int j = 0; j < moments.length; j++) {
      moments[j].merge(other.moments[j]);
    }
    rows += other.rows;
    missing += other.missing;
    return this;
  }
}
