package org.hepatica.survival.cox;

import java.util.stream.IntStream;

/**
 * Cox's proportional hazards regression, by Newton-Raphson on the log partial likelihood.
 *
 * <p>With Efron's (default) or Breslow's treatment of ties, strata and frequencies; to the maximum
 * itself rather than to R's default stopping rule. Columns that add nothing are set aside as R's
 * {@code coxph} does, a coefficient that runs to infinity is named: see {@link CoefficientStatus}.
 *
 * <p>Cox 1972, doi:10.1111/j.2517-6161.1972.tb00899.x; Efron 1977,
 * doi:10.1080/01621459.1977.10480613; Breslow 1974, doi:10.2307/2529620.
 */
public final class CoxRegression {

  private static final CoxRegression DEFAULTS = new CoxRegression(Ties.EFRON, 50);

  private final Ties ties;
  private final int maxIterations;

  private CoxRegression(Ties ties, int maxIterations) {
    this.ties = ties;
    this.maxIterations = maxIterations;
  }

  /** Efron's ties and at most 50 Newton steps. */
  public static CoxRegression withDefaults() {
    return DEFAULTS;
  }

  /** The same with another treatment of ties. */
  public CoxRegression with(Ties newTies) {
    return new CoxRegression(newTies, maxIterations);
  }

  /**
   * The same with another limit of Newton steps.
   *
   * @param limit at least 1
   * @return the changed options
   * @throws IllegalArgumentException if the limit is below 1
   */
  public CoxRegression withMaxIterations(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("at least one iteration is needed: " + limit);
    }
    return new CoxRegression(ties, limit);
  }

  /**
   * Fits the model.
   *
   * @param data subjects; without events every coefficient is absent, with that reason
   * @return the fit, with warnings rather than exceptions for what the data cannot tell
   */
  public CoxFit fit(CoxData data) {
    ColumnScale scale = new ColumnScale(data);
    EstimableColumns varying = EstimableColumns.varying(data, scale);
    CoxLikelihood likelihood = likelihood(data, varying, scale);
    CoxDerivatives atZero = likelihood.at(new double[varying.kept().length]);
    EstimableColumns columns = varying.informed(atZero.information());
    if (columns.kept().length < varying.kept().length) {
      likelihood = likelihood(data, columns, scale);
      atZero = likelihood.at(new double[columns.kept().length]);
    }
    double[] range = IntStream.of(columns.kept()).mapToDouble(scale::standardisedRange).toArray();
    NewtonRaphson.Summit summit = new NewtonRaphson(likelihood, range, maxIterations).climb(atZero);
    return new CoxResults(data, scale, columns, ties).of(atZero, summit);
  }

  private CoxLikelihood likelihood(CoxData data, EstimableColumns columns, ColumnScale scale) {
    return new CoxLikelihood(new CoxRows(data, columns.kept(), scale), ties);
  }
}
