package org.hepatica.survival.cox;

/** Walks over the slots of each stratum from the last to the first while the risk set grows. */
final class SlotSweep {

  /** What is done at a slot. */
  @FunctionalInterface
  interface Visitor {

    /**
     * Visits.
     *
     * @param level what the sums are relative to: {@code exp(level)}
     * @param risk s0, then s1, over those at risk; filled again and again
     * @param dead the same over those who leave here with the event
     */
    void at(int slot, double level, double[] risk, double[] dead);
  }

  private SlotSweep() {}

  static void over(SlotSums table, RiskSlots slots, Neighbours around, Visitor visitor) {
    for (int stratum = 0; stratum < slots.strata(); stratum++) {
      over(
          table,
          slots.first()[stratum],
          slots.first()[stratum + 1],
          around.later(stratum),
          visitor);
    }
  }

  private static void over(SlotSums table, int from, int to, LevelSums later, Visitor visitor) {
    double[] risk = later == null ? new double[table.columns() + 1] : later.sums().clone();
    double level = later == null ? Double.NEGATIVE_INFINITY : later.level();
    for (int slot = to - 1; slot >= from; slot--) {
      double own = table.shift(slot);
      double before = level;
      level = Math.max(level, own);
      double[] dead = table.sums(slot, true);
      double[] left = table.sums(slot, false);
      double keep = before == level ? 1 : Math.exp(before - level);
      double take = own == level ? 1 : Math.exp(own - level);
      for (int j = 0; j < risk.length; j++) {
        dead[j] *= take;
        risk[j] = risk[j] * keep + left[j] * take + dead[j];
      }
      // Those who come late are taken off again: rounding must not leave less than the dead.
      risk[0] = Math.max(risk[0], dead[0]);
      visitor.at(slot, level, risk, dead);
    }
  }
}
