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

  /** The design columns. */
  final PackedColumn[] columns;

  /** Rows left out, for a missing value, on the way to these. */
  final long missing;

  Block(
      int[] stratum,
      double[] time,
      int[] start,
      int[] censored,
      Object[] strata,
      PackedColumn[] columns,
      long missing) {
    this.stratum = stratum;
    this.time = time;
    this.start = start;
    this.censored = censored;
    this.strata = strata;
    this.columns = columns;
    this.missing = missing;
  }

  int runs() {
    return time.length;
  }

  int rows() {
    return start[time.length];
  }
}
