package org.hepatica.survival.cox;

/** One less Kaplan-Meier's curve just before each distinct time, strata and case weights apart. */
final class KaplanMeierScale {

  private KaplanMeierScale() {}

  static double[] of(CoxData data) {
    FollowUp rows = data.followUp();
    int n = rows.grid().size();
    double[] leaving = new double[n];
    double[] entering = new double[n];
    double[] events = new double[n];
    double atRisk = 0;
    for (int i = 0; i < data.size(); i++) {
      leaving[rows.timeRank()[i]] += data.frequency(i);
      events[rows.timeRank()[i]] += data.event(i) ? data.frequency(i) : 0;
      int entry = rows.entryRank() == null ? -1 : rows.entryRank()[i];
      if (entry < 0) {
        atRisk += data.frequency(i);
      } else {
        entering[entry] += data.frequency(i);
      }
    }
    double[] scale = new double[n];
    double survival = 1;
    for (int t = 0; t < n; t++) {
      scale[t] = 1 - survival;
      survival *= events[t] == 0 ? 1 : (atRisk - events[t]) / atRisk;
      atRisk += entering[t] - leaving[t];
    }
    return scale;
  }
}
