package org.hepatica.survival.competing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hepatica.survival.Cholesky;
import org.hepatica.survival.TestResult;

/**
 * A fitted Fine-Gray model, as R's {@code cmprsk::crr}.
 *
 * @param status what came of the fit
 * @param cause the cause modelled
 * @param n subjects
 * @param events of the cause
 * @param competing events of other causes
 * @param coefficients one for each column, in their order
 * @param covariance of the estimated coefficients, columns that are not estimated 0
 * @param iterations Newton steps
 * @param logLikelihoodNull log pseudo-likelihood with all coefficients 0
 * @param logLikelihood log pseudo-likelihood at the estimate
 * @param baseline for predicted incidence; empty unless converged
 * @param warnings what makes the fit mean less than it seems, in words; empty as a rule
 */
public record FineGrayFit(
    FineGrayStatus status,
    int cause,
    long n,
    long events,
    long competing,
    List<FineGrayCoefficient> coefficients,
    double[][] covariance,
    int iterations,
    Optional<Double> logLikelihoodNull,
    Optional<Double> logLikelihood,
    Optional<SubdistributionBaseline> baseline,
    List<String> warnings) {

  /** Copies lists and matrix. */
  public FineGrayFit {
    coefficients = List.copyOf(coefficients);
    covariance = copy(covariance);
    warnings = List.copyOf(warnings);
  }

  /** The covariance; a copy. */
  @Override
  public double[][] covariance() {
    return copy(covariance);
  }

  private static double[][] copy(double[][] matrix) {
    return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
  }

  /**
   * A column by name.
   *
   * @param name of the column
   * @return its coefficient
   * @throws IllegalArgumentException if there is no such column
   */
  public FineGrayCoefficient coefficient(String name) {
    return coefficients.stream()
        .filter(coefficient -> coefficient.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no column " + name));
  }

  /**
   * Wald's test of all estimated coefficients with the robust covariance; empty if there is none.
   */
  public Optional<TestResult> wald() {
    int[] used =
        IntStream.range(0, coefficients.size())
            .filter(j -> coefficients.get(j).estimate().isPresent())
            .toArray();
    double[][] block = new double[used.length][used.length];
    double[] beta = new double[used.length];
    for (int i = 0; i < used.length; i++) {
      beta[i] = coefficients.get(used[i]).estimate().orElseThrow().coefficient();
      for (int j = 0; j < used.length; j++) {
        block[i][j] = covariance[used[i]][used[j]];
      }
    }
    return used.length == 0
        ? Optional.empty()
        : Optional.of(
            TestResult.ofChiSquared(new Cholesky(block, 0).quadraticForm(beta), used.length));
  }

  /**
   * Twice the rise of the pseudo-likelihood, as {@code summary(crr)} prints it. Its distribution is
   * chi-squared only roughly: a pseudo-likelihood is none. Empty unless converged.
   */
  public Optional<TestResult> pseudoLikelihoodRatio() {
    int df = (int) coefficients.stream().filter(c -> c.estimate().isPresent()).count();
    return status == FineGrayStatus.CONVERGED
        ? Optional.of(
            TestResult.ofChiSquared(
                2 * (logLikelihood.orElseThrow() - logLikelihoodNull.orElseThrow()), df))
        : Optional.empty();
  }
}
