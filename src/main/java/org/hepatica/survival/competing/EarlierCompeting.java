package org.hepatica.survival.competing;

/** Sums by censoring group over the competing rows of times already passed, each over its G. */
final class EarlierCompeting {

  private final SubdistributionSums sums;
  private final double[] total;
  private final double[][] weighted;

  EarlierCompeting(SubdistributionSums sums) {
    this.sums = sums;
    total = new double[sums.rows.censoring.groups()];
    weighted = new double[total.length][sums.rows.columns];
  }

  /** Sum of risk / G(T-). */
  double total(int group) {
    return total[group];
  }

  /** Sum of x risk / G(T-). */
  double[] weighted(int group) {
    return weighted[group];
  }

  /** Adds the competing rows of a time. */
  void pass(int k) {
    SubdistributionRows rows = sums.rows;
    for (int i = rows.start[k]; i < rows.start[k + 1]; i++) {
      if (rows.isCompeting[i]) {
        int g = rows.group[i];
        double r = rows.frequency[i] * sums.risk[i] / rows.censoring.before(g, k);
        total[g] += r;
        SubdistributionSums.addTo(weighted[g], r, rows.x[i]);
      }
    }
  }
}
