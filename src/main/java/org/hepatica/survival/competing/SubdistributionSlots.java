package org.hepatica.survival.competing;

import org.hepatica.survival.SurvivalCounts;

/**
 * Who leaves at each distinct time. Arrays are not copied.
 *
 * @param time ascending
 * @param events of the cause at each
 * @param leaving for whatever reason, at each
 * @param censored at each
 * @param free the probability of not yet being censored just before each, as {@code crr} has it
 */
public record SubdistributionSlots(
    double[] time, double[] events, double[] leaving, double[] censored, double[] free) {

  /**
   * Of counts.
   *
   * @param counts of all subjects
   * @param cause that is modelled
   */
  public static SubdistributionSlots of(CompetingCounts counts, int cause) {
    int size = counts.size();
    double[] time = counts.times();
    double[] events = new double[size];
    double[] leaving = new double[size];
    double[] censored = new double[size];
    for (int k = 0; k < size; k++) {
      events[k] = counts.count(cause, k);
      leaving[k] = counts.leaving(k);
      censored[k] = counts.count(CompetingCounts.CENSORED, k);
    }
    CensoringCurves curves = CensoringCurves.of(new SurvivalCounts[] {counts.censoring()}, time);
    double[] free = new double[size];
    for (int k = 0; k < size; k++) {
      free[k] = curves.before(0, k);
    }
    return new SubdistributionSlots(time, events, leaving, censored, free);
  }

  int size() {
    return time.length;
  }
}
