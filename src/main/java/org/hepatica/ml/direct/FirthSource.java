package org.hepatica.ml.direct;

import java.util.List;
import java.util.function.Function;
import org.hepatica.survival.cox.ColumnScale;
import org.hepatica.survival.cox.CoxDerivatives;
import org.hepatica.survival.cox.CoxObjective;
import org.hepatica.survival.cox.CoxSource;
import org.hepatica.survival.cox.FirthPenalty;
import org.hepatica.survival.cox.Penalty;
import org.hepatica.survival.cox.SubjectTotals;

/** Subjects in blocks whose likelihoods have Firth's penalty: one pass more a step. */
final class FirthSource implements CoxSource {

  private final CoxSource source;
  private final Function<int[], CoxObjective> penalised;

  /**
   * @param source of the same subjects without the penalty
   * @param penalised the likelihood of some columns with it; see {@link #penalised}
   */
  FirthSource(CoxSource source, Function<int[], CoxObjective> penalised) {
    this.source = source;
    this.penalised = penalised;
  }

  /**
   * A likelihood with the penalty.
   *
   * @param plain the likelihood at a point without
   * @param trace {@code tr(V dI/db_j)} there, given V; asked for where there is a penalty
   */
  static CoxDerivatives penalised(CoxDerivatives plain, Function<double[][], double[]> trace) {
    return FirthPenalty.of(plain)
        .map(penalty -> penalty.penalised(trace.apply(penalty.inverse())))
        .orElse(plain);
  }

  @Override
  public Penalty penalty() {
    return Penalty.FIRTH;
  }

  @Override
  public CoxObjective objective(int[] columns) {
    return penalised.apply(columns);
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
