package org.hepatica.ml.scan;

/**
 * Some rows of a partition, column by column. One object is filled again and again: who needs
 * values later copies them.
 */
public final class Chunk {

  /** Rows of a full chunk. */
  public static final int CAPACITY = 4096;

  private final double[][] columns;
  int rows;

  Chunk(int columns) {
    this.columns = new double[columns][CAPACITY];
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
    return columns[column];
  }
}
