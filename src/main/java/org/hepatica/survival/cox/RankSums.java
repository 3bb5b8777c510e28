package org.hepatica.survival.cox;

/** Sums of weights by rank, with sums below a rank in logarithmic time (Fenwick's tree). */
final class RankSums {

  private final double[] tree;
  private final double[] at;
  private double total;

  RankSums(int ranks) {
    tree = new double[ranks + 1];
    at = new double[ranks];
  }

  /** Adds a weight, or takes it away again if negative. */
  void add(int rank, double weight) {
    at[rank] += weight;
    total += weight;
    for (int i = rank + 1; i < tree.length; i += i & -i) {
      tree[i] += weight;
    }
  }

  /** The sum at ranks below. */
  double below(int rank) {
    double sum = 0;
    for (int i = rank; i > 0; i -= i & -i) {
      sum += tree[i];
    }
    return sum;
  }

  /** The sum at a rank. */
  double at(int rank) {
    return at[rank];
  }

  /** The sum at ranks above. */
  double above(int rank) {
    return total - below(rank) - at[rank];
  }
}
