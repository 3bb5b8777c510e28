package org.hepatica.survival.cox;

import java.util.stream.IntStream;
import org.hepatica.survival.Cholesky;

/** Which columns of a Cox model the data can speak about, and why not the others. */
final class EstimableColumns {

  /** Share of a column's information below which the columns before it explain it, as in R. */
  private static final double COLLINEAR = 1e-11;

  private final CoefficientStatus[] status;
  private final long events;

  private EstimableColumns(CoefficientStatus[] status, long events) {
    this.status = status;
    this.events = events;
  }

  /** The columns with more than one value; none if there is no event. */
  static EstimableColumns varying(CoxSource source) {
    long events = source.totals().events();
    ColumnScale scale = source.scale();
    CoefficientStatus[] status =
        IntStream.range(0, source.names().size())
            .mapToObj(j -> initial(events, scale.isConstant(j)))
            .toArray(CoefficientStatus[]::new);
    return new EstimableColumns(status, events);
  }

  private static CoefficientStatus initial(long events, boolean constant) {
    if (events == 0) {
      return CoefficientStatus.NO_EVENTS;
    }
    return constant ? CoefficientStatus.CONSTANT : CoefficientStatus.ESTIMATED;
  }

  /**
   * Of these columns, those that carry information of their own.
   *
   * @param information of the kept columns, at coefficients of 0
   */
  EstimableColumns informed(double[][] information) {
    int[] kept = kept();
    CoefficientStatus[] judged = status.clone();
    Cholesky decomposed = new Cholesky(information, COLLINEAR);
    for (int j = 0; j < kept.length; j++) {
      if (information[j][j] <= COLLINEAR * events) {
        judged[kept[j]] = CoefficientStatus.CONSTANT_AT_EVENTS;
      } else if (decomposed.isRedundant(j)) {
        judged[kept[j]] = CoefficientStatus.COLLINEAR;
      }
    }
    return new EstimableColumns(judged, events);
  }

  /** The columns that stay in the model. */
  int[] kept() {
    return IntStream.range(0, status.length)
        .filter(j -> status[j] == CoefficientStatus.ESTIMATED)
        .toArray();
  }

  /** A column's status. */
  CoefficientStatus status(int column) {
    return status[column];
  }
}
