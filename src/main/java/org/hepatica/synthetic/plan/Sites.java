package org.hepatica.synthetic.plan;

import java.util.Arrays;
import java.util.List;

/** Sites of first recurrence, exactly so many in each cell, at random among its recurrences. */
final class Sites {

  private Sites() {}

  static void assign(List<Member> members, Draw draw) {
    for (Cell cell : Cell.values()) {
      Member[] recurred =
          members.stream()
              .filter(m -> m.cell() == cell && m.recurrenceDays >= 0)
              .toArray(Member[]::new);
      int n = (int) members.stream().filter(m -> m.cell() == cell).count();
      double[] sites = draw.shuffle(codes(Outcome.counts(cell, n), recurred.length));
      for (int i = 0; i < recurred.length; i++) {
        recurred[i].site = Outcome.values()[(int) sites[i]].site;
      }
    }
  }

  private static double[] codes(int[] counts, int recurrences) {
    double[] codes = new double[recurrences];
    int filled = 0;
    for (int site = 0; site < Outcome.DEATH.ordinal(); site++) {
      Arrays.fill(codes, filled, filled + counts[site], site);
      filled += counts[site];
    }
    return codes;
  }
}
