package org.hepatica.ml.direct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import scala.Tuple2;

/** Cuts blocks by ranges of time, and joins what falls into one range. */
final class BlockPieces {

  private static final int TILE = 4096;

  private BlockPieces() {}

  /** The pieces of a block, by range. */
  static Iterator<Tuple2<Integer, Block>> cut(Block block, double[] bounds) {
    int[] range = new int[block.runs()];
    Arrays.setAll(range, run -> TimeCut.range(bounds, block.time[run]));
    int[] runs = new int[bounds.length + 1];
    int[] rows = new int[bounds.length + 1];
    for (int run = 0; run < range.length; run++) {
      runs[range[run]]++;
      rows[range[run]] += block.start[run + 1] - block.start[run];
    }
    int[][] chosen = new int[runs.length][];
    Arrays.setAll(chosen, r -> new int[runs[r]]);
    Arrays.fill(runs, 0);
    for (int run = 0; run < range.length; run++) {
      chosen[range[run]][runs[range[run]]++] = run;
    }
    List<Tuple2<Integer, Block>> pieces = new ArrayList<>();
    for (int r = 0; r < runs.length; r++) {
      if (runs[r] > 0) {
        pieces.add(new Tuple2<>(r, piece(block, chosen[r], rows[r])));
      }
    }
    return pieces.iterator();
  }

  private static Block piece(Block block, int[] chosen, int rows) {
    BlockBuffer buffer = new BlockBuffer(block.carried, rows);
    append(block, chosen, buffer);
    return buffer.take();
  }

  /** The blocks of a range: as few as may be. */
  static List<Block> joined(List<Block> pieces, Carried carried) {
    List<Block> blocks = new ArrayList<>();
    List<Block> waiting = new ArrayList<>();
    int most = BlockBuffer.mostRows(carried);
    int rows = 0;
    for (Block piece : pieces) {
      if (rows + piece.rows() > most) {
        blocks.add(together(waiting, rows));
        waiting.clear();
        rows = 0;
      }
      waiting.add(piece);
      rows += piece.rows();
    }
    if (rows > 0) {
      blocks.add(together(waiting, rows));
    }
    return blocks;
  }

  private static Block together(List<Block> pieces, int rows) {
    if (pieces.size() == 1) {
      return pieces.get(0);
    }
    BlockBuffer buffer = new BlockBuffer(pieces.get(0).carried, rows);
    for (Block piece : pieces) {
      int[] all = new int[piece.runs()];
      Arrays.setAll(all, run -> run);
      append(piece, all, buffer);
    }
    return buffer.take();
  }

  private static void append(Block block, int[] runs, BlockBuffer into) {
    double[] values = new double[TILE];
    for (int run : runs) {
      int end = block.start[run + 1];
      for (int from = block.start[run]; from < end; from += TILE) {
        append(block, run, from, Math.min(TILE, end - from), values, into);
      }
    }
  }

  private static void append(
      Block block, int run, int from, int n, double[] values, BlockBuffer into) {
    into.makeRoom(n);
    int at = into.rows;
    int events = Math.max(0, Math.min(n, block.censored[run] - from));
    Arrays.fill(into.time, at, at + n, block.time[run]);
    Arrays.fill(into.event, at, at + events, (byte) 1);
    Arrays.fill(into.event, at + events, at + n, (byte) 0);
    Arrays.fill(into.stratum, at, at + n, into.stratum(block.stratumOf(run)));
    for (int j = 0; j < into.columns.length; j++) {
      block.columns[j].read(from, n, 0, 1, values);
      System.arraycopy(values, 0, into.columns[j], at - into.packed, n);
    }
    into.rows += n;
    if (block.clusters != null) {
      into.rename(block.clusters, at);
    }
  }
}
