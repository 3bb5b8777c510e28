package org.hepatica.ml;

import java.util.Arrays;

/** Rows of a Cox model, column by column, growing. */
final class RowArrays {

  private final int columns;
  private double[] time = new double[64];
  private boolean[] event = new boolean[64];
  private double[] entry = new double[64];
  private long[] count = new long[64];
  private double[] weight = new double[64];
  private int[] stratum = new int[64];
  private double[] offset = new double[64];
  private int[] cluster = new int[64];
  private double[] design;
  private int size;

  RowArrays(int columns) {
    this.columns = columns;
    design = new double[64 * columns];
  }

  /** Adds a row. */
  void add(double at, boolean died, double[] values) {
    if (size == time.length) {
      grow(2 * size);
    }
    time[size] = at;
    event[size] = died;
    System.arraycopy(values, 0, design, size * columns, columns);
    size++;
  }

  /** How much the last row is. */
  void last(double from, long subjects, double each) {
    entry[size - 1] = from;
    count[size - 1] = subjects;
    weight[size - 1] = each;
  }

  /** Where the last row belongs. */
  void last(int ofStratum, double known, int ofCluster) {
    stratum[size - 1] = ofStratum;
    offset[size - 1] = known;
    cluster[size - 1] = ofCluster;
  }

  private void grow(int length) {
    time = Arrays.copyOf(time, length);
    event = Arrays.copyOf(event, length);
    entry = Arrays.copyOf(entry, length);
    count = Arrays.copyOf(count, length);
    weight = Arrays.copyOf(weight, length);
    stratum = Arrays.copyOf(stratum, length);
    offset = Arrays.copyOf(offset, length);
    cluster = Arrays.copyOf(cluster, length);
    design = Arrays.copyOf(design, Math.multiplyExact(length, columns));
  }

  double[] time() {
    return Arrays.copyOf(time, size);
  }

  boolean[] event() {
    return Arrays.copyOf(event, size);
  }

  double[] entry() {
    return Arrays.copyOf(entry, size);
  }

  long[] count() {
    return Arrays.copyOf(count, size);
  }

  double[] weight() {
    return Arrays.copyOf(weight, size);
  }

  int[] stratum() {
    return Arrays.copyOf(stratum, size);
  }

  double[] offset() {
    return Arrays.copyOf(offset, size);
  }

  int[] cluster() {
    return Arrays.copyOf(cluster, size);
  }

  double[] design() {
    return Arrays.copyOf(design, size * columns);
  }
}
