package org.hepatica.survival.cox;

import java.util.List;

/** Rows in memory as what a regression asks of. */
record RowSource(CoxData data, Ties ties, Penalty penalty, ColumnScale scale, SubjectTotals totals)
    implements CoxSource {

  static RowSource of(CoxData data, Ties ties, Penalty penalty) {
    return new RowSource(data, ties, penalty, new ColumnScale(data), SubjectTotals.of(data));
  }

  @Override
  public List<String> names() {
    return data.names();
  }

  @Override
  public CoxObjective objective(int[] columns) {
    CoxRows rows = new CoxRows(data, columns, scale);
    return penalty == Penalty.FIRTH
        ? new FirthLikelihood(rows, ties)
        : CoxLikelihood.of(rows, ties);
  }
}
