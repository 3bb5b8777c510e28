package org.hepatica.ml.direct;

import java.util.Arrays;
import java.util.List;

/**
 * Blocks of one stratum as one: runs of a time are laid together, so that sums by time are made of
 * many rows each. For one thread.
 */
final class BlockJoin {

  private static final int TILE = 4096;

  private final List<Block> blocks;
  private final int rows;
  private final double[] times;

  /** By (time, without the event), where its rows begin; after {@link #order} where they end. */
  private final int[] next;

  private BlockJoin(List<Block> blocks, int rows) {
    this.blocks = blocks;
    this.rows = rows;
    double[] all = new double[blocks.stream().mapToInt(Block::runs).sum()];
    int at = 0;
    for (Block block : blocks) {
      System.arraycopy(block.time, 0, all, at, block.runs());
      at += block.runs();
    }
    times = BlockSort.times(all, at);
    next = new int[2 * times.length + 1];
  }

  /**
   * Joins blocks.
   *
   * @param blocks at least one, all of one stratum
   * @return one block; the blocks themselves where their codes or clusters mean different things,
   *     or rows are too many for one
   */
  static List<Block> of(List<Block> blocks) {
    Block first = blocks.get(0);
    long rows = blocks.stream().mapToLong(Block::rows).sum();
    boolean alike =
        blocks.stream()
            .allMatch(
                b ->
                    b.clusters == null
                        && Arrays.deepEquals(b.codes.values(), first.codes.values()));
    boolean joins = blocks.size() > 1 && alike && rows < Integer.MAX_VALUE / 2;
    return joins ? List.of(new BlockJoin(blocks, (int) rows).joined()) : blocks;
  }

  private Block joined() {
    Block first = blocks.get(0);
    count();
    int[] begins = next.clone();
    int[] order = order();
    PatternCodes codes = new PatternCodes(codes(order), first.codes.values());
    PackedColumn[] columns = new PackedColumn[first.columns.length];
    Arrays.setAll(
        columns,
        j ->
            codes.values()[j] == null
                ? column(j, order)
                : PackedColumn.coded(codes.code(), codes.values()[j]));
    return new Block(
        runs(begins),
        first.strata,
        first.carried,
        columns,
        codes,
        null,
        LeftOut.NONE,
        first.statuses);
  }

  private void count() {
    for (Block block : blocks) {
      int t = 0;
      for (int run = 0; run < block.runs(); run++) {
        t = place(block.time[run], t);
        next[2 * t + 1] += block.censored[run] - block.start[run];
        next[2 * t + 2] += block.start[run + 1] - block.censored[run];
      }
    }
    for (int b = 1; b < next.length; b++) {
      next[b] += next[b - 1];
    }
  }

  /** Both are in order, so one walk finds them all. */
  private int place(double time, int from) {
    int t = from;
    while (times[t] != time) {
      t++;
    }
    return t;
  }

  private int[] order() {
    int[] order = new int[rows];
    int base = 0;
    for (Block block : blocks) {
      int t = 0;
      for (int run = 0; run < block.runs(); run++) {
        t = place(block.time[run], t);
        for (int row = block.start[run]; row < block.start[run + 1]; row++) {
          int bucket = row < block.censored[run] ? 2 * t : 2 * t + 1;
          order[next[bucket]++] = base + row;
        }
      }
      base += block.rows();
    }
    return order;
  }

  /** Each time has rows, or it would be no run's. */
  private Runs runs(int[] begins) {
    int[] start = new int[times.length + 1];
    int[] censored = new int[times.length];
    for (int t = 0; t < times.length; t++) {
      start[t] = begins[2 * t];
      censored[t] = begins[2 * t + 1];
    }
    start[times.length] = rows;
    return new Runs(new int[times.length], times, start, censored);
  }

  private byte[] codes(int[] order) {
    byte[] all = new byte[rows];
    int at = 0;
    for (Block block : blocks) {
      byte[] code = block.codes.code();
      System.arraycopy(code, 0, all, at, code.length);
      at += block.rows();
    }
    byte[] sorted = new byte[rows];
    for (int i = 0; i < rows; i++) {
      sorted[i] = all[order[i]];
    }
    return sorted;
  }

  private PackedColumn column(int j, int[] order) {
    ColumnBuffer all = new ColumnBuffer(rows);
    double[] tile = new double[TILE];
    for (Block block : blocks) {
      for (int from = 0; from < block.rows(); from += TILE) {
        int n = Math.min(TILE, block.rows() - from);
        block.columns[j].read(from, n, 0, 1, tile);
        all.add(tile, n);
      }
    }
    return all.packed(order);
  }
}
