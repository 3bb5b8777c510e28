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
