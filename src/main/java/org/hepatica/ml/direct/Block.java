package org.hepatica.ml.direct;

import java.io.Serializable;

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

  Block(
      Runs runs,
      Object[] strata,
      Carried carried,
      PackedColumn[] columns,
      String[] clusters,
      LeftOut leftOut) {
    stratum = runs.stratum();
    time = runs.time();
    start = runs.start();
    censored = runs.censored();
    this.strata = strata;
    this.carried = carried;
    codes = PatternCodes.of(columns, carried.design(), runs.start()[runs.time().length]);
    this.columns = columns.clone();
    for (int j = 0; j < columns.length; j++) {
      if (codes.values()[j] != null) {
        this.columns[j] = PackedColumn.coded(codes.code(), codes.values()[j]);
      }
    }
    this.clusters = clusters;
    this.leftOut = leftOut;
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
