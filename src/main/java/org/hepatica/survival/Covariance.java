package org.hepatica.survival;

import java.util.List;

/** The covariance matrix of the coefficients that were estimated, by name. Immutable. */
public final class Covariance {

  private final List<String> names;
  private final double[][] values;

  /**
   * A covariance matrix.
   *
   * @param names the estimated columns, in order; copied
   * @param values square and symmetric, in the same order; not copied
   */
  public Covariance(List<String> names, double[][] values) {
    this.names = List.copyOf(names);
    this.values = values;
  }

  /** The estimated columns, in the order of the data. */
  public List<String> names() {
    return names;
  }

  /**
   * One element.
   *
   * @param row an estimated column
   * @param column an estimated column
   * @return their covariance
   * @throws IllegalArgumentException if a column was not estimated
   */
  public double of(String row, String column) {
    return values[index(row)][index(column)];
  }

  /** The matrix as a copy, in the order of the names. */
  public double[][] toArray() {
    return block(names);
  }

  /**
   * The block of some of the columns.
   *
   * @param columns estimated columns, in the order wanted
   * @return a copy of their covariances
   * @throws IllegalArgumentException if a column was not estimated
   */
  public double[][] block(List<String> columns) {
    int[] index = columns.stream().mapToInt(this::index).toArray();
    double[][] block = new double[index.length][index.length];
    for (int i = 0; i < index.length; i++) {
      for (int j = 0; j < index.length; j++) {
        block[i][j] = values[index[i]][index[j]];
      }
    }
    return block;
  }

  private int index(String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "no coefficient was estimated for " + name + ", only for " + names);
    }
    return index;
  }
}
