package org.hepatica.survival.cox;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hepatica.survival.FollowUpTimes;

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
    if (penalty == Penalty.FIRTH) {
      return new FirthLikelihood(new CoxRows(data, columns, scale), ties);
    }
    return PatternLikelihood.of(data, columns, scale, ties)
        .orElseGet(() -> CoxLikelihood.of(new CoxRows(data, columns, scale), ties));
  }

  @Override
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    long empty = data.emptyIntervals();
    if (empty > 0) {
      remarks.add(empty + " rows left out: their interval (entry, time] is empty");
    }
    if (IntStream.range(0, data.size()).anyMatch(i -> data.time(i) < 0)) {
      remarks.add(FollowUpTimes.BEFORE_ZERO);
    }
    return remarks;
  }

  @Override
  public boolean isClustered() {
    return data.isClustered();
  }

  @Override
  public boolean hasFractionalWeights() {
    return data.isWeighted()
        && IntStream.range(0, data.size())
            .mapToDouble(data::weight)
            .anyMatch(weight -> weight != Math.rint(weight));
  }

  @Override
  public double[][] scoreProducts(int[] columns, double[] beta) {
    return ScoreProducts.of(data, FittedRows.at(data, scale, columns, beta, ties));
  }
}
