package org.hepatica.ml.direct;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Some rows, sorted by stratum and time, those with the event first among equals. Immutable; arrays
 * are shared within the package.
 *
 * <p>A run is the rows of one stratum and time: run r begins at {@code start[r]}, its rows without
 * the event at {@code censored[r]}, and ends where the next begins.
 */
final class Block implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The stratum of each run, a number of {@link #strata}. */
  final int[] stratum;

  /** The time of each run. */
  final double[] time;

  final int[] start;
  final int[] censored;

  /** The strata by number, as the data name them: a number or a text; one null without strata. */
  final Object[] strata;

  /** What the rows carry beside design columns. */
  final Carried carried;

  /** The design columns, then what is carried. */
  final PackedColumn[] columns;

  /** Those of the design columns that have few values, as one. */
  final PatternCodes codes;

  /** The clusters' names, where the column of clusters holds numbers of these; else null. */
  final String[] clusters;

  /** What was left out on the way to these rows. */
  final LeftOut leftOut;

  /** The statuses of the rows read, also of those left out, ascending; or some, if many. */
  final double[] statuses;

  Block(
      Runs runs,
      Object[] strata,
      Carried carried,
      PackedColumn[] columns,
      String[] clusters,
      LeftOut leftOut,
      double[] statuses) {
    this(
        runs,
        strata,
        carried,
        columns.clone(),
        PatternCodes.of(columns, carried.design(), runs.start()[runs.time().length]),
        clusters,
        leftOut,
        statuses);
    for (int j = 0; j < columns.length; j++) {
      if (codes.values()[j] != null) {
        this.columns[j] = PackedColumn.coded(codes.code(), codes.values()[j]);
      }
    }
  }

  /** Of columns that are coded already. */
  Block(
      Runs runs,
      Object[] strata,
      Carried carried,
      PackedColumn[] columns,
      PatternCodes codes,
      String[] clusters,
      LeftOut leftOut,
      double[] statuses) {
    stratum = runs.stratum();
    time = runs.time();
    start = runs.start();
    censored = runs.censored();
    this.strata = strata;
    this.carried = carried;
    this.columns = columns;
    this.codes = codes;
    this.clusters = clusters;
    this.leftOut = leftOut;
    this.statuses = statuses;
  }

  /** The rows of some runs, all of one stratum, as a block of its own. */
  Block slice(int fromRun, int toRun) {
    int from = start[fromRun];
    int to = start[toRun];
    PatternCodes own =
        new PatternCodes(
            codes.code().length == 0 ? codes.code() : Arrays.copyOfRange(codes.code(), from, to),
            codes.values());
    PackedColumn[] parts = new PackedColumn[columns.length];
    Arrays.setAll(
        parts,
        j ->
            codes.values()[j] == null
                ? columns[j].slice(from, to)
                : PackedColumn.coded(own.code(), codes.values()[j]));
    Runs runs =
        new Runs(
            new int[toRun - fromRun],
            Arrays.copyOfRange(time, fromRun, toRun),
            Arrays.stream(start, fromRun, toRun + 1).map(row -> row - from).toArray(),
            Arrays.stream(censored, fromRun, toRun).map(row -> row - from).toArray());
    Object[] name = {strata[stratum[fromRun]]};
    return new Block(runs, name, carried, parts, own, clusters, LeftOut.NONE, statuses);
  }

  int runs() {
    return time.length;
  }

  /**
   * Every so-manieth of the rows, as a block of its own.
   *
   * @param each at least 1
   */
  Block thinned(int each) {
    int rows = (rows() + each - 1) / each;
    double[][] values = new double[columns.length][rows];
    double[] one = new double[1];
    for (int j = 0; j < columns.length; j++) {
      for (int i = 0; i < rows; i++) {
        columns[j].read(i * each, 1, 0, 1, one);
        values[j][i] = one[0];
      }
    }
    PackedColumn[] packed = new PackedColumn[columns.length];
    Arrays.setAll(packed, j -> PackedColumn.of(values[j], rows));
    return new Block(
        thinnedRuns(each, rows), strata, carried, packed, clusters, LeftOut.NONE, statuses);
  }

  private Runs thinnedRuns(int each, int rows) {
    int[] ofRun = new int[rows];
    double[] times = new double[rows];
    int[] starts = new int[rows + 1];
    int[] ends = new int[rows];
    int runs = 0;
    int run = 0;
    int last = -1;
    for (int i = 0; i < rows; i++) {
      while (start[run + 1] <= i * each) {
        run++;
      }
      if (run != last) {
        ofRun[runs] = stratum[run];
        times[runs] = time[run];
        starts[runs] = i;
        ends[runs++] = i;
        last = run;
      }
      if (i * each < censored[run]) {
        ends[runs - 1] = i + 1;
      }
    }
    starts[runs] = rows;
    return new Runs(
        Arrays.copyOf(ofRun, runs),
        Arrays.copyOf(times, runs),
        Arrays.copyOf(starts, runs + 1),
        Arrays.copyOf(ends, runs));
  }

  int rows() {
    return start[time.length];
  }

  /** The name of a run's stratum. */
  Object stratumOf(int run) {
    Object name = strata[stratum[run]];
    return name == null ? StratumOrder.NONE : name;
  }

  /** What a cluster is called everywhere. */
  Object cluster(double number) {
    return clusters == null ? (Object) number : clusters[(int) number];
  }
}
