package org.hepatica.ml.direct;

import java.util.List;
import java.util.Optional;
import org.hepatica.survival.cox.ColumnScale;
import org.hepatica.survival.cox.CoxDerivatives;
import org.hepatica.survival.cox.CoxObjective;
import org.hepatica.survival.cox.CoxSource;
import org.hepatica.survival.cox.FirthPenalty;
import org.hepatica.survival.cox.MeanTrace;
import org.hepatica.survival.cox.Penalty;
import org.hepatica.survival.cox.SlotSums;
import org.hepatica.survival.cox.SubjectTotals;

/** Subjects in blocks whose likelihoods have Firth's penalty: one pass more a step. */
final class FirthSource implements CoxSource {

  private final DirectSource source;

  FirthSource(DirectSource source) {
    this.source = source;
  }

  @Override
  public Penalty penalty() {
    return Penalty.FIRTH;
  }

  @Override
  public CoxObjective objective(int[] columns) {
    DirectPasses passes = source.passes(source.design(columns));
    return beta -> at(passes, beta.clone());
  }

  private CoxDerivatives at(DirectPasses passes, double[] beta) {
    SlotSums table = passes.table(beta);
    CoxDerivatives plain = passes.derivatives(beta, table);
    Optional<FirthPenalty> penalty = FirthPenalty.of(plain);
    if (penalty.isEmpty()) {
      return plain;
    }
    double[][] inverse = penalty.get().inverse();
    double[] ofMeans = MeanTrace.of(table, source.risk(), source.ties(), inverse);
    double[] ofSubjects = passes.trace(beta, table, inverse);
    return penalty.get().penalised(DirectSource.sum(ofMeans, ofSubjects));
  }

  @Override
  public List<String> names() {
    return source.names();
  }

  @Override
  public SubjectTotals totals() {
    return source.totals();
  }

  @Override
  public ColumnScale scale() {
    return source.scale();
  }

  @Override
  public List<String> remarks() {
    return source.remarks();
  }

  @Override
  public boolean isClustered() {
    return source.isClustered();
  }

  @Override
  public boolean hasFractionalWeights() {
    return source.hasFractionalWeights();
  }

  @Override
  public double[][] scoreProducts(int[] columns, double[] beta) {
    return source.scoreProducts(columns, beta);
  }
}
