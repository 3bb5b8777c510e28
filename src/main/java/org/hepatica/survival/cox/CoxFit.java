package org.hepatica.survival.cox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hepatica.survival.Cholesky;
import org.hepatica.survival.Covariance;
import org.hepatica.survival.TestResult;
import org.hepatica.survival.WaldEstimate;

/**
 * A fitted Cox model.
 *
 * <p>A coefficient that runs to infinity takes part in the likelihood-ratio and score tests, whose
 * limits exist, but not in Wald's.
 *
 * @param n subjects
 * @param events events
 * @param ties how tied events were treated
 * @param coefficients one a column, in the order of the data, also those not estimated
 * @param covariance of the estimated coefficients; robust if there are fractional case weights or
 *     clusters
 * @param modelCovariance the inverse of the information, present exactly if {@code covariance} is
 *     robust
 * @param logLikelihoodNull log partial likelihood with all coefficients 0
 * @param logLikelihood at the maximum
 * @param likelihoodRatio twice the difference of the two
 * @param wald test of all estimated coefficients together, robust if the covariance is; the other
 *     two tests never are
 * @param score test of all from the derivatives at 0; without ties of one binary column, the
 *     log-rank test
 * @param iterations Newton steps taken
 * @param converged whether the maximum was reached
 * @param warnings what a reader must know, in words, naming columns; empty as a rule
 */
public record CoxFit(
    long n,
    long events,
    Ties ties,
    List<CoxCoefficient> coefficients,
    Covariance covariance,
    Optional<Covariance> modelCovariance,
    double logLikelihoodNull,
    double logLikelihood,
    TestResult likelihoodRatio,
    TestResult wald,
    TestResult score,
    int iterations,
    boolean converged,
    List<String> warnings) {

  /** Copies the lists. */
  public CoxFit {
    coefficients = List.copyOf(coefficients);
    warnings = List.copyOf(warnings);
  }

  /**
   * The coefficient of a column.
   *
   * @param name a column of the data
   * @return its coefficient, estimated or not
   * @throws IllegalArgumentException if the data had no such column
   */
  public CoxCoefficient coefficient(String name) {
    return coefficients.stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the model has no column " + name));
  }

  /** The estimate of a column that has one. */
  WaldEstimate estimate(String name) {
    return coefficient(name).estimate().orElseThrow();
  }

  /**
   * Wald's test of several coefficients together, {@code b' V^-1 b}: a factor as a whole.
   *
   * @param columns columns of the data
   * @return the test, df the number of these that were estimated; empty if none was
   * @throws IllegalArgumentException if the data had no such column
   */
  public Optional<TestResult> waldTest(List<String> columns) {
    TestResult test = wald(columns.stream().map(this::coefficient).toList(), covariance);
    return test.df() == 0 ? Optional.empty() : Optional.of(test);
  }

  /** Whether standard errors and Wald tests are robust. */
  public boolean isRobust() {
    return modelCovariance.isPresent();
  }

  /** Akaike's criterion: -2 log-likelihood + 2 df. */
  public double aic() {
    return 2.0 * likelihoodRatio.df() - 2 * logLikelihood;
  }

  /** Schwarz's criterion with the number of events, as in R: -2 log-likelihood + df log(events). */
  public double bic() {
    return events == 0 ? 0 : likelihoodRatio.df() * Math.log(events) - 2 * logLikelihood;
  }

  /**
   * The same estimates with a robust covariance.
   *
   * @param robust of the same coefficients
   * @return the fit with the errors and Wald's test from it
   */
  CoxFit withRobust(Covariance robust) {
    List<CoxCoefficient> changed = coefficients.stream().map(c -> c.with(robust)).toList();
    List<String> said = new ArrayList<>(warnings);
    said.add(
        "standard errors and Wald's test are robust; the score and likelihood-ratio tests assume"
            + " independent subjects");
    return new CoxFit(
        n,
        events,
        ties,
        changed,
        robust,
        Optional.of(covariance),
        logLikelihoodNull,
        logLikelihood,
        likelihoodRatio,
        wald(changed, robust),
        score,
        iterations,
        converged,
        said);
  }

  /** Whether a coefficient runs to infinity. */
  public boolean isInfinite() {
    return coefficients.stream().anyMatch(c -> c.status().isInfinite());
  }

  /** The same with a further warning. */
  public CoxFit warning(List<String> more) {
    List<String> said = new ArrayList<>(warnings);
    said.addAll(more);
    return new CoxFit(
        n,
        events,
        ties,
        coefficients,
        covariance,
        modelCovariance,
        logLikelihoodNull,
        logLikelihood,
        likelihoodRatio,
        wald,
        score,
        iterations,
        converged,
        said);
  }

  /** Wald's test of those coefficients that were estimated. */
  static TestResult wald(List<CoxCoefficient> coefficients, Covariance covariance) {
    List<CoxCoefficient> estimated =
        coefficients.stream().filter(c -> c.estimate().isPresent()).toList();
    double[] beta =
        estimated.stream().mapToDouble(c -> c.estimate().orElseThrow().coefficient()).toArray();
    double[][] block = covariance.block(estimated.stream().map(CoxCoefficient::name).toList());
    return TestResult.ofChiSquared(new Cholesky(block, 0).quadraticForm(beta), beta.length);
  }
}
