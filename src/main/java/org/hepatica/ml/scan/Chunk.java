package org.hepatica.ml.scan;

import java.util.Arrays;

/**
 * Some rows of a partition, column by column. One object is filled again and again: who needs
 * values later copies them. A column is read when it is first asked for.
 */
public final class Chunk {

  /** Rows of a full chunk. */
  public static final int CAPACITY = 4096;

  /** Where the rows come from. */
  interface Source {

    /** Fills the values of a column. */
    void read(int column, double[] to);

    /** The same as whole numbers; false where they are none, or one is missing. */
    boolean readWhole(int column, int[] to);
  }

  private final Source source;
  private final double[][] columns;
  private final boolean[] isRead;
  private final int[][] whole;
  private int rows;

  Chunk(int columns, Source source) {
    this.source = source;
    this.columns = new double[columns][CAPACITY];
    isRead = new boolean[columns];
    whole = new int[columns][];
  }

  /** Goes on to other rows of the source. */
  void next(int howMany) {
    rows = howMany;
    Arrays.fill(isRead, false);
  }

  /** How many rows it has, at least 1. */
  public int rows() {
    return rows;
  }

  /**
   * The values of a column: entries from {@link #rows} on mean nothing. A missing value is NaN; a
   * text is its code in {@link Chunks#texts}.
   */
  public double[] column(int column) {
    if (!isRead[column]) {
      source.read(column, columns[column]);
      isRead[column] = true;
    }
    return columns[column];
  }

  /**
   * The values of a column that is stored as whole numbers and of which none is missing here.
   *
   * @return null where it is not: {@link #column} has the values then
   */
  public int[] whole(int column) {
    int[] to = whole[column] == null ? new int[CAPACITY] : whole[column];
    whole[column] = to;
    return source.readWhole(column, to) ? to : null;
  }
}
