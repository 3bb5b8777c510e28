package org.hepatica.survival.cox;

import java.util.Arrays;

/** Sums of hazard ratio times 1, x and x x' over a set of subjects, relative to a common shift. */
final class RiskSums {

  private final int columns;

  /** Sum of hazard ratios. */
  double s0;

  /** Sum of hazard ratio times x. */
  final double[] s1;

  /** Sum of hazard ratio times x x', the lower triangle row after row. */
  final double[] s2;

  RiskSums(int columns) {
    this.columns = columns;
    s1 = new double[columns];
    s2 = new double[columns * (columns + 1) / 2];
  }

  /** Empties the set. */
  void clear() {
    s0 = 0;
    Arrays.fill(s1, 0);
    Arrays.fill(s2, 0);
  }

  /** Adds subjects with one row of covariates. */
  void add(double weight, double[] x, int from) {
    s0 += weight;
    int cell = 0;
    for (int j = 0; j < columns; j++) {
      double weighted = weight * x[from + j];
      s1[j] += weighted;
      for (int k = 0; k <= j; k++) {
        s2[cell++] += weighted * x[from + k];
      }
    }
  }

  /** Multiplies all sums: a change of the common shift. */
  void scale(double factor) {
    s0 *= factor;
    for (int j = 0; j < s1.length; j++) {
      s1[j] *= factor;
    }
    for (int cell = 0; cell < s2.length; cell++) {
      s2[cell] *= factor;
    }
  }
}
