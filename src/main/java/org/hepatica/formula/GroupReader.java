package org.hepatica.formula;

import java.util.List;

/** Reads the groups of rows. Not safe for several threads. */
public final class GroupReader {

  private final ModelVariable[] factors;
  private final int[] sizes;
  private final double[] stack;

  GroupReader(List<ModelVariable> factors) {
    this.factors = factors.toArray(ModelVariable[]::new);
    this.sizes = factors.stream().mapToInt(factor -> factor.levels().size()).toArray();
    this.stack = new double[factors.stream().mapToInt(f -> f.program().depth()).max().orElse(0)];
  }

  /** A row's group, {@link Grouping#MISSING} or {@link Grouping#UNKNOWN_LEVEL}. */
  public int group(double[] row) {
    int group = 0;
    boolean unknown = false;
    for (int i = 0; i < factors.length; i++) {
      double level = factors[i].value(row, stack);
      if (Double.isNaN(level)) {
        return Grouping.MISSING;
      }
      unknown |= level < 0;
      group = group * sizes[i] + (int) level;
    }
    return unknown ? Grouping.UNKNOWN_LEVEL : group;
  }
}
