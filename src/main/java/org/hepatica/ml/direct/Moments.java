package org.hepatica.ml.direct;

import java.io.Serializable;

/** Count, mean, spread and range of a column: a mergeable state. Mutable, for one thread. */
final class Moments implements Serializable {

  private static final long serialVersionUID = 1L;

  private long n;
  private double mean;
  private double squares;
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;

  /** Adds the first n values. */
  void add(double[] values, int count) {
    Moments own = new Moments();
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += values[i];
      own.least = Math.min(own.least, values[i]);
      own.most = Math.max(own.most, values[i]);
    }
    own.n = count;
    own.mean = count == 0 ? 0 : sum / count;
    for (int i = 0; i < count; i++) {
      double centred = values[i] - own.mean;
      own.squares += centred * centred;
    }
    merge(own);
  }

  /** Adds a value a number of times. */
  void add(double value, long times) {
    Moments own = new Moments();
    own.n = times;
    own.mean = value;
    own.least = value;
    own.most = value;
    merge(own);
  }

  /** Chan, Golub and LeVeque's merge: no large squares are subtracted. */
  void merge(Moments other) {
    if (other.n == 0) {
      return;
    }
    long all = n + other.n;
    double apart = other.mean - mean;
    squares += other.squares + apart * apart * ((double) n * other.n / all);
    mean += apart * other.n / all;
    n = all;
    least = Math.min(least, other.least);
    most = Math.max(most, other.most);
  }

  double mean() {
    return mean;
  }

  /** The standard deviation, of n and not n - 1; 1 for a column of one value. */
  double deviation() {
    return range() == 0 ? 1 : Math.sqrt(squares / n);
  }

  /** How far values go from the mean, in deviations. */
  double reach() {
    return n == 0 ? 0 : Math.max(most - mean, mean - least) / deviation();
  }

  /** The largest value less the least; 0 without values. */
  double range() {
    return n == 0 ? 0 : most - least;
  }
}
