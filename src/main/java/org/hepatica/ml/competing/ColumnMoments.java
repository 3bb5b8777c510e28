package org.hepatica.ml.competing;

import java.io.Serializable;

/** Mean, spread and range of a column over subjects: a mergeable state. Mutable, for one thread. */
final class ColumnMoments implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Share of the largest value below which a deviation is rounding, as in memory. */
  private static final double ROUNDING = 1e-13;

  private double n;
  private double mean;
  private double squares;
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;

  static ColumnMoments of(double[] values, double[] frequency) {
    ColumnMoments moments = new ColumnMoments();
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      moments.n += frequency[i];
      sum += frequency[i] * values[i];
      moments.least = Math.min(moments.least, values[i]);
      moments.most = Math.max(moments.most, values[i]);
    }
    moments.mean = moments.n == 0 ? 0 : sum / moments.n;
    for (int i = 0; i < values.length; i++) {
      double centred = values[i] - moments.mean;
      moments.squares += frequency[i] * centred * centred;
    }
    return moments;
  }

  /** Chan, Golub and LeVeque's merge: no large squares are subtracted. */
  void merge(ColumnMoments other) {
    if (other.n == 0) {
      return;
    }
    double all = n + other.n;
    double apart = other.mean - mean;
    squares += other.squares + apart * apart * (n * other.n / all);
    mean += apart * other.n / all;
    n = all;
    least = Math.min(least, other.least);
    most = Math.max(most, other.most);
  }

  double mean() {
    return mean;
  }

  /** The standard deviation, of n and not n - 1; infinite for a constant, which so becomes 0. */
  double deviation() {
    double deviation = n == 0 ? 0 : Math.sqrt(squares / n);
    double largest = Math.max(Math.abs(least), Math.abs(most));
    return deviation <= ROUNDING * largest || deviation == 0 ? Double.POSITIVE_INFINITY : deviation;
  }

  /** The largest standardised value less the least. */
  double range() {
    return n == 0 ? 0 : (most - least) / deviation();
  }
}
