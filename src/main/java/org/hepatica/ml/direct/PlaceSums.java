package org.hepatica.ml.direct;

/** Sums by place, and over the places before one, in logarithmic time (Fenwick's tree). */
final class PlaceSums {

  private final double[] tree;
  private double total;

  PlaceSums(int places) {
    tree = new double[places + 1];
  }

  void add(int place, double mass) {
    total += mass;
    for (int i = place + 1; i < tree.length; i += i & -i) {
      tree[i] += mass;
    }
  }

  /** The sum over places before. */
  double before(int place) {
    double sum = 0;
    for (int i = place; i > 0; i &= i - 1) {
      sum += tree[i];
    }
    return sum;
  }

  /** The sum over places after. */
  double after(int place) {
    return total - before(place + 1);
  }
}
