package org.hepatica.survival.cox;

/** Where all are at risk from the beginning, from the last time to the first subjects only join. */
final class SuffixSweep implements RiskSweep {

  private final CoxRows rows;

  SuffixSweep(CoxRows rows) {
    this.rows = rows;
  }

  @Override
  public void run(double[] eta, Visitor visitor) {
    int p = rows.columns;
    EventTime at = new EventTime(p);
    int i = 0;
    for (int e = 0; e < rows.events.size(); e++) {
      for (; i < rows.size && rows.last[i] == e; i++) {
        at.risk.add(eta[i], rows.mass[i], rows.x, i * p);
        if (rows.event[i]) {
          at.addDeath(eta[i], rows.frequency[i], rows.mass[i], rows.x, i * p);
        }
      }
      visitor.see(e, at);
      at.clearDeaths();
      if (rows.events.isFirst(e)) {
        at.risk.clear();
      }
    }
  }
}
