package org.hepatica.ml.direct;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

/**
 * What is known of all blocks before the climb: who leaves when, the columns' moments. A mergeable
 * state. Mutable, for one thread.
 */
final class Summary implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int TILE = 4096;

  /** By stratum, its times and who leaves at each. */
  final Map<Object, Leaving> strata = new TreeMap<>(StratumOrder.INSTANCE);

  /** Of the design columns and of what is carried. */
  final Moments[] moments;

  LeftOut leftOut = LeftOut.NONE;

  /** Of all rows read, also of those left out; or some, if many. */
  final TreeSet<Double> statuses = new TreeSet<>();

  /** Whether a case weight is no whole number. */
  boolean fractional;

  /** Rows, those that take subjects off among them. */
  long rows;

  private final Carried carried;

  /** So many slots are kept; of more it is known only that there are more. */
  private final long mostSlots;

  private boolean overfull;

  Summary(Carried carried, long mostSlots) {
    this.carried = carried;
    this.mostSlots = mostSlots;
    moments = new Moments[carried.columns()];
    Arrays.setAll(moments, j -> new Moments());
  }

  /** The summary of some blocks. */
  static Summary of(Iterator<Block> blocks, Carried carried) {
    return of(blocks, carried, Long.MAX_VALUE);
  }

  /** The summary of some blocks, whose slots are let go where they are too many. */
  static Summary of(Iterator<Block> blocks, Carried carried, long mostSlots) {
    Summary summary = new Summary(carried, mostSlots);
    blocks.forEachRemaining(summary::add);
    return summary;
  }

  private void add(Block block) {
    DoubleStream.of(block.statuses).forEach(statuses::add);
    leftOut = leftOut.and(block.leftOut);
    rows += block.rows();
    for (int from = 0; !overfull && from < block.runs(); ) {
      int to = from;
      while (to < block.runs() && block.stratum[to] == block.stratum[from]) {
        to++;
      }
      strata.merge(
          block.stratumOf(from), Leaving.of(block, from, to), (known, more) -> known.merge(more));
      from = to;
    }
    letGoWhatIsTooMuch();
    countCoded(block);
    double[] tile = new double[TILE];
    for (int j = 0; j < moments.length; j++) {
      for (int from = 0; block.codes.values()[j] == null && from < block.rows(); from += TILE) {
        int n = Math.min(TILE, block.rows() - from);
        block.columns[j].read(from, n, 0, 1, tile);
        moments[j].add(tile, n);
        fractional |= carried.weight() && j == carried.weightAt() && hasFractions(tile, n);
      }
    }
  }

  private void countCoded(Block block) {
    long[] counts = new long[256];
    for (byte code : block.codes.code()) {
      counts[code & 0xff]++;
    }
    for (int j = 0; j < moments.length; j++) {
      double[] values = block.codes.values()[j];
      for (int c = 0; values != null && c < values.length; c++) {
        if (counts[c] > 0) {
          moments[j].add(values[c], counts[c]);
        }
      }
    }
  }

  private static boolean hasFractions(double[] weights, int n) {
    for (int i = 0; i < n; i++) {
      if (weights[i] != Math.rint(weights[i])) {
        return true;
      }
    }
    return false;
  }

  /** How many times there are, strata apart. */
  long slots() {
    return strata.values().stream().mapToLong(leaving -> leaving.times().length).sum();
  }

  private void letGoWhatIsTooMuch() {
    if (overfull || slots() > mostSlots) {
      overfull = true;
      strata.clear();
    }
  }

  /** Whether there are more slots than are kept. */
  boolean isOverfull() {
    return overfull;
  }

  Summary merge(Summary other) {
    other.strata.forEach((name, more) -> strata.merge(name, more, (known, m) -> known.merge(m)));
    overfull |= other.overfull;
    letGoWhatIsTooMuch();
    rows += other.rows;
    for (int j = 0; j < moments.length; j++) {
      moments[j].merge(other.moments[j]);
    }
    leftOut = leftOut.and(other.leftOut);
    fractional |= other.fractional;
    statuses.addAll(other.statuses);
    return this;
  }
}
