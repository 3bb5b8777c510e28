package org.hepatica.survival.cox;

import java.util.List;

/** Rows in memory as what a regression asks of. */
record RowSource(CoxData data, Ties ties, ColumnScale scale, SubjectTotals totals)
    implements CoxSource {

  static RowSource of(CoxData data, Ties ties) {
    return new RowSource(data, ties, new ColumnScale(data), SubjectTotals.of(data));
  }

  @Override
  public List<String> names() {
    return data.names();
  }

  @Override
  public CoxObjective objective(int[] columns) {
    return CoxLikelihood.of(new CoxRows(data, columns, scale), ties);
  }
}
