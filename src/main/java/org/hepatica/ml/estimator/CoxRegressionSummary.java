package org.hepatica.ml.estimator;

import java.util.List;
import java.util.Optional;
import org.hepatica.ml.Model;
import org.hepatica.survival.TestResult;
import org.hepatica.survival.cox.ConcordanceResult;
import org.hepatica.survival.cox.Ties;

/**
 * How a model was fitted and how well.
 *
 * @param n subjects
 * @param events events
 * @param missing rows left out because a value was missing
 * @param ties how tied events were treated
 * @param logLikelihoodNull log partial likelihood of no covariates
 * @param logLikelihood of the fit, not penalised
 * @param likelihoodRatio of all coefficients; empty with a penalty
 * @param wald of all coefficients, robust if the errors are; empty with a penalty
 * @param score of all coefficients; empty with a penalty
 * @param concordance Harrell's; empty if no pair can be compared or the path does not give it
 * @param iterations Newton steps
 * @param converged whether the end was reached
 * @param path how the data were reduced
 * @param warnings what a reader must know, in words; empty as a rule
 */
public record CoxRegressionSummary(
    long n,
    long events,
    long missing,
    Ties ties,
    double logLikelihoodNull,
    double logLikelihood,
    Optional<TestResult> likelihoodRatio,
    Optional<TestResult> wald,
    Optional<TestResult> score,
    Optional<ConcordanceResult> concordance,
    int iterations,
    boolean converged,
    Model.Path path,
    List<String> warnings) {

  /** Copies the list. */
  public CoxRegressionSummary {
    warnings = List.copyOf(warnings);
  }
}
