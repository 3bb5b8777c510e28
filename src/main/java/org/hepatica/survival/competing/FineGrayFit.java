package org.hepatica.survival.competing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hepatica.survival.Cholesky;
import org.hepatica.survival.TestResult;
import org.hepatica.survival.WaldEstimate;

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

  static final String COLLINEAR =
      "constant among those at risk, or explained by the columns before it";
  private static final String INFINITE =
      "runs to infinity: the likelihood rises without end (monotone likelihood)";

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

  static FineGrayFit notEstimable(
      CompetingRows rows, int cause, FineGrayStatus status, String reason) {
    int p = rows.names().size();
    List<FineGrayCoefficient> none =
        rows.names().stream()
            .map(name -> new FineGrayCoefficient(name, Optional.empty(), reason))
            .toList();
    return new FineGrayFit(
        status,
        cause,
        rows.n(),
        rows.total(cause),
        competing(rows, cause),
        none,
        new double[p][p],
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(reason));
  }

  static FineGrayFit of(CompetingRows rows, int cause, int[] used, SubdistributionMaximum maximum) {
    SubdistributionSums sums = maximum.at().sums();
    int p = rows.names().size();
    double[][] covariance = new double[p][p];
    double[] beta = new double[p];
    double[][] variance = sandwich(maximum.at());
    for (int i = 0; i < used.length; i++) {
      beta[used[i]] = maximum.beta()[i] / sums.rows.scale[i];
      for (int j = 0; j < used.length; j++) {
        covariance[used[i]][used[j]] = variance[i][j] / (sums.rows.scale[i] * sums.rows.scale[j]);
      }
    }
    List<Integer> infinite = Arrays.stream(maximum.infinite()).mapToObj(j -> used[j]).toList();
    List<FineGrayCoefficient> coefficients = new ArrayList<>();
    for (int j = 0; j < p; j++) {
      int column = j;
      boolean dropped = Arrays.stream(used).noneMatch(u -> u == column);
      String reason = dropped ? COLLINEAR : infinite.contains(j) ? INFINITE : "";
      Optional<WaldEstimate> estimate =
          reason.isEmpty()
              ? Optional.of(WaldEstimate.of(beta[j], Math.sqrt(covariance[j][j])))
              : Optional.empty();
      coefficients.add(new FineGrayCoefficient(rows.names().get(j), estimate, reason));
    }
    return new FineGrayFit(
        maximum.status(),
        cause,
        rows.n(),
        rows.total(cause),
        competing(rows, cause),
        coefficients,
        covariance,
        maximum.iterations(),
        Optional.of(maximum.nullValue()),
        Optional.of(maximum.at().value()),
        maximum.status() == FineGrayStatus.CONVERGED
            ? Optional.of(SubdistributionBaseline.of(sums, rows.names(), used, beta))
            : Optional.empty(),
        warnings(maximum.status(), coefficients));
  }

  private static long competing(CompetingRows rows, int cause) {
    return rows.n() - rows.total(cause) - rows.total(CompetingCounts.CENSORED);
  }

  private static double[][] sandwich(SubdistributionLikelihood at) {
    double[][] inverse = new Cholesky(at.information(), 0).inverse();
    return product(product(inverse, ScoreResiduals.sumOfSquares(at.sums())), inverse);
  }

  private static double[][] product(double[][] a, double[][] b) {
    double[][] product = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < a.length; k++) {
        SubdistributionSums.addTo(product[i], a[i][k], b[k]);
      }
    }
    return product;
  }

  private static List<String> warnings(
      FineGrayStatus status, List<FineGrayCoefficient> coefficients) {
    List<String> warnings = new ArrayList<>();
    if (status == FineGrayStatus.NOT_CONVERGED) {
      warnings.add("the iterations ended before the maximum was found");
    }
    coefficients.stream()
        .filter(coefficient -> !coefficient.reason().isEmpty())
        .forEach(coefficient -> warnings.add(coefficient.name() + " " + coefficient.reason()));
    return warnings;
  }
}
