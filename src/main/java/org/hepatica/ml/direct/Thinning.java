package org.hepatica.ml.direct;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Some rows that stand for all: every so-manieth for that many, but those far out in a column for
 * themselves alone, since a few of them may move an estimate more than all others do.
 *
 * @param each every how many rows one is taken, at least 1
 * @param carried what the rows carry
 * @param mean of each column
 * @param deviation of each column
 */
record Thinning(int each, Carried carried, double[] mean, double[] deviation)
    implements Serializable {

  /** In standard deviations: of no column more than a hundredth of the rows lie beyond. */
  private static final double FAR_OUT = 10;

  private static final int TILE = 4096;

  /** What thinned rows carry: frequencies too. */
  Carried carries() {
    return new Carried(
        carried.design(),
        true,
        carried.weight(),
        carried.offset(),
        carried.cluster(),
        carried.clusterIsRow(),
        carried.entry());
  }

  /** The rows of a block that stand for all of it. */
  Block of(Block block) {
    boolean[] farOut = farOut(block);
    int[] rows = new int[block.rows()];
    int n = 0;
    for (int i = 0; i < farOut.length; i++) {
      if (farOut[i] || i % each == 0) {
        rows[n++] = i;
      }
    }
    int[] chosen = Arrays.copyOf(rows, n);
    double[] stand = new double[n];
    Arrays.setAll(stand, i -> farOut[chosen[i]] ? 1 : each);
    return new Block(
        runs(block, chosen),
        block.strata,
        carries(),
        columns(block, chosen, stand),
        block.clusters,
        LeftOut.NONE,
        block.statuses);
  }

  private boolean[] farOut(Block block) {
    boolean[] farOut = new boolean[block.rows()];
    double[] tile = new double[TILE];
    for (int j = 0; j < carried.design(); j++) {
      for (int from = 0; block.codes.values()[j] == null && from < farOut.length; from += TILE) {
        int n = Math.min(TILE, farOut.length - from);
        block.columns[j].read(from, n, mean[j], deviation[j], tile);
        for (int i = 0; i < n; i++) {
          farOut[from + i] |= Math.abs(tile[i]) > FAR_OUT;
        }
      }
    }
    return farOut;
  }

  /** Frequencies come after the design, whether there were any or not. */
  private PackedColumn[] columns(Block block, int[] rows, double[] stand) {
    PackedColumn[] packed = new PackedColumn[carries().columns()];
    int design = carried.design();
    for (int j = 0; j < block.columns.length; j++) {
      double[] values = values(block.columns[j], rows);
      if (carried.frequency() && j == carried.frequencyAt()) {
        for (int i = 0; i < rows.length; i++) {
          stand[i] *= values[i];
        }
      } else {
        boolean behind = j >= design && !carried.frequency();
        packed[behind ? j + 1 : j] = PackedColumn.of(values, rows.length);
      }
    }
    packed[design] = PackedColumn.of(stand, rows.length);
    return packed;
  }

  private static double[] values(PackedColumn column, int[] rows) {
    double[] values = new double[rows.length];
    double[] one = new double[1];
    for (int i = 0; i < rows.length; i++) {
      column.read(rows[i], 1, 0, 1, one);
      values[i] = one[0];
    }
    return values;
  }

  private static Runs runs(Block block, int[] rows) {
    int[] ofRun = new int[rows.length];
    double[] times = new double[rows.length];
    int[] starts = new int[rows.length + 1];
    int[] ends = new int[rows.length];
    int runs = 0;
    int run = 0;
    int last = -1;
    for (int i = 0; i < rows.length; i++) {
      while (block.start[run + 1] <= rows[i]) {
        run++;
      }
      if (run != last) {
        ofRun[runs] = block.stratum[run];
        times[runs] = block.time[run];
        starts[runs] = i;
        ends[runs++] = i;
        last = run;
      }
      if (rows[i] < block.censored[run]) {
        ends[runs - 1] = i + 1;
      }
    }
    starts[runs] = rows.length;
    return new Runs(
        Arrays.copyOf(ofRun, runs),
        Arrays.copyOf(times, runs),
        Arrays.copyOf(starts, runs + 1),
        Arrays.copyOf(ends, runs));
  }
}
