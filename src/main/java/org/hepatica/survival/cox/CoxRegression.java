package org.hepatica.survival.cox;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cox's proportional hazards regression, by Newton-Raphson on the log partial likelihood.
 *
 * <p>With Efron's (default), Breslow's or the exact treatment of ties, intervals (entry, time],
 * strata, frequencies, case weights, offsets and clusters; to the maximum itself rather than to R's
 * default stopping rule. Columns that add nothing are set aside as R's {@code coxph} does, a
 * coefficient that runs to infinity is named: see {@link CoefficientStatus}.
 *
 * <p>Cox 1972, doi:10.1111/j.2517-6161.1972.tb00899.x; Efron 1977,
 * doi:10.1080/01621459.1977.10480613; Breslow 1974, doi:10.2307/2529620.
 */
public final class CoxRegression implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final CoxRegression DEFAULTS =
      new CoxRegression(Ties.EFRON, VarianceType.AUTOMATIC, Penalty.NONE, 50, 1e-10);

  private static final double LONGEST_LAST_STEP = 3e-6;

  /** How much the last step may change the information, in parts of the tolerance. */
  private static final int CHANGE = 10;

  private static final int FIRTH_STEPS = 10;

  private final Ties ties;
  private final VarianceType variance;
  private final Penalty penalty;
  private final int maxIterations;
  private final double tolerance;

  private CoxRegression(
      Ties ties, VarianceType variance, Penalty penalty, int maxIterations, double tolerance) {
    this.ties = ties;
    this.variance = variance;
    this.penalty = penalty;
    this.maxIterations = maxIterations;
    this.tolerance = tolerance;
  }

  /** Efron's ties, R's choice of variance and at most 50 Newton steps. */
  public static CoxRegression withDefaults() {
    return DEFAULTS;
  }

  /** The same with another treatment of ties. */
  public CoxRegression with(Ties newTies) {
    return new CoxRegression(newTies, variance, penalty, maxIterations, tolerance);
  }

  /** The same with another variance. */
  public CoxRegression with(VarianceType newVariance) {
    return new CoxRegression(ties, newVariance, penalty, maxIterations, tolerance);
  }

  /**
   * The same with a penalty.
   *
   * <p>With Firth's, likelihoods and the likelihood-ratio test are penalised, standard errors come
   * from the information at the penalised maximum, and no coefficient runs to infinity.
   *
   * @param newPenalty Firth's is for Efron's and Breslow's ties
   * @return the changed options
   */
  public CoxRegression with(Penalty newPenalty) {
    return new CoxRegression(ties, variance, newPenalty, maxIterations, tolerance);
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
    return new CoxRegression(ties, variance, penalty, limit, tolerance);
  }

  /**
   * The same with another end of the climb.
   *
   * @param length of the last step in standard errors, greater than 0; by default 1e-10, beneath
   *     which nothing but rounding is left
   * @return the changed options
   * @throws IllegalArgumentException if the length is not greater than 0
   */
  public CoxRegression withTolerance(double length) {
    if (!(length > 0)) {
      throw new IllegalArgumentException("a tolerance is greater than 0: " + length);
    }
    return new CoxRegression(ties, variance, penalty, maxIterations, length);
  }

  /** How tied events are treated. */
  public Ties ties() {
    return ties;
  }

  /** What the log partial likelihood is penalised by. */
  public Penalty penalty() {
    return penalty;
  }

  /** Rows in memory, with these ties and this penalty. */
  CoxSource source(CoxData data) {
    return RowSource.of(data, ties, penalty);
  }

  /** Newton's iteration with this limit; Firth's, without second derivatives, needs more steps. */
  NewtonRaphson newton(CoxObjective objective, double[] range) {
    return new NewtonRaphson(objective, range, limit(), tolerance);
  }

  private int limit() {
    return penalty == Penalty.FIRTH ? FIRTH_STEPS * maxIterations : maxIterations;
  }

  /**
   * The length of the last step, in standard errors. It is taken, so that coefficients lose
   * nothing; but the information is that before it, which differs by about its length over the root
   * of the number of events: by 1e-9 at most. Of many events the step may so be longer.
   */
  private double lastStep(long events) {
    double longer = Math.min(LONGEST_LAST_STEP, CHANGE * tolerance * Math.sqrt(events));
    return penalty == Penalty.FIRTH ? tolerance : Math.max(tolerance, longer);
  }

  /**
   * Fits the model.
   *
   * @param data subjects; without events every coefficient is absent, with that reason
   * @return the fit, with warnings rather than exceptions for what the data cannot tell
   * @throws IllegalArgumentException if ties are exact and there are case weights, clusters,
   *     Firth's penalty, or too many operations to count
   */
  public CoxFit fit(CoxData data) {
    if (ties == Ties.EXACT && data.isWeighted()) {
      throw ExactTies.unknown();
    }
    return fit(source(data), new double[data.names().size()]);
  }

  /**
   * Fits the model to data held elsewhere.
   *
   * @param source gives likelihoods of columns; its treatment of ties should be this one's
   * @param start coefficients to start at, one a column in its own unit; 0 where nothing is known
   * @return the fit, with warnings rather than exceptions for what the data cannot tell
   * @throws IllegalArgumentException if the source's likelihoods have another penalty than asked,
   *     or ties are exact and the variance is robust or there is Firth's penalty
   */
  public CoxFit fit(CoxSource source, double[] start) {
    if (ties == Ties.EXACT && (variance.isRobust(source) || penalty == Penalty.FIRTH)) {
      throw ExactTies.unknown();
    }
    if (source.penalty() != penalty) {
      throw new IllegalArgumentException(
          "the likelihoods have the penalty %s, not %s".formatted(source.penalty(), penalty));
    }
    EstimableColumns columns = EstimableColumns.varying(source);
    Beginning at = beginning(source, columns.kept(), start);
    columns = columns.informed(at.zero.information());
    int[] kept = columns.kept();
    if (kept.length < at.from.length) {
      at = beginning(source, kept, start);
    }
    ColumnScale scale = source.scale();
    double[] range = IntStream.of(kept).mapToDouble(scale::standardisedRange).toArray();
    NewtonRaphson newton =
        new NewtonRaphson(at.objective, range, limit(), lastStep(source.totals().events()));
    CoxFit fit = new CoxResults(source, columns, ties).of(at.zero, newton.climb(at.from, at.start));
    fit = fit.warning(source.remarks());
    return variance.isRobust(source) && !fit.covariance().names().isEmpty()
        ? RobustVariance.of(source, fit)
        : fit;
  }

  /** The derivatives where nothing has an effect, and where the climb begins. */
  private record Beginning(
      CoxObjective objective, CoxDerivatives zero, double[] from, CoxDerivatives start) {}

  private static Beginning beginning(CoxSource source, int[] kept, double[] start) {
    CoxObjective objective = source.objective(kept);
    ColumnScale scale = source.scale();
    double[] origin = new double[kept.length];
    double[] from = IntStream.of(kept).mapToDouble(j -> start[j] * scale.deviation(j)).toArray();
    if (Arrays.equals(from, origin)) {
      CoxDerivatives at = objective.at(origin);
      return new Beginning(objective, at, from, at);
    }
    List<CoxDerivatives> both = objective.at(List.of(origin, from));
    return new Beginning(objective, both.get(0), from, both.get(1));
  }
}
