package org.hepatica.survival.competing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hepatica.survival.Cholesky;
import org.hepatica.survival.WaldEstimate;

/** Turns the end of a search on standardised columns into a fit on the columns given. */
final class FineGrayResults {

  static final String COLLINEAR =
      "constant among those at risk, or explained by the columns before it";
  private static final String INFINITE =
      "runs to infinity: the likelihood rises without end (monotone likelihood)";
  private static final String NO_ERROR =
      "has a robust variance of 0: too few patients for a standard error";

  /** A log ratio for a standard deviation of a column that no data support. */
  private static final double PLAUSIBLE = 15;

  /** Share of the variance from the information that is the rounding of 0. */
  private static final double NEGLIGIBLE = 1e-20;

  private final SubdistributionSource source;
  private final int cause;

  FineGrayResults(SubdistributionSource source, int cause) {
    this.source = source;
    this.cause = cause;
  }

  /** A fit of nothing, for one reason. */
  FineGrayFit notEstimable(FineGrayStatus status, String reason) {
    int p = source.names().size();
    SubdistributionTotals totals = source.totals();
    List<FineGrayCoefficient> none =
        source.names().stream()
            .map(name -> new FineGrayCoefficient(name, Optional.empty(), reason))
            .toList();
    return new FineGrayFit(
        status,
        cause,
        totals.n(),
        totals.events(),
        totals.competing(),
        none,
        new double[p][p],
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(reason));
  }

  /** The fit of the columns used; others are dropped by name. */
  FineGrayFit of(int[] used, SubdistributionObjective objective, SubdistributionMaximum maximum) {
    return new Found(used, objective, maximum).fit();
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

  /** What a search found, on the columns given. */
  private final class Found {

    private final int[] used;
    private final SubdistributionObjective objective;
    private final SubdistributionMaximum maximum;
    private final double[] beta;
    private final double[][] covariance;
    private final double[] modelVariance;

    Found(int[] used, SubdistributionObjective objective, SubdistributionMaximum maximum) {
      this.used = used;
      this.objective = objective;
      this.maximum = maximum;
      int p = source.names().size();
      beta = new double[p];
      covariance = new double[p][p];
      modelVariance = new double[p];
      double[][] inverse = new Cholesky(maximum.at().information(), 0).inverse();
      double[][] variance = product(product(inverse, maximum.at().squares().get()), inverse);
      double[] scale = objective.scale();
      for (int i = 0; i < used.length; i++) {
        beta[used[i]] = maximum.beta()[i] / scale[i];
        modelVariance[used[i]] = inverse[i][i] / (scale[i] * scale[i]);
        for (int j = 0; j < used.length; j++) {
          covariance[used[i]][used[j]] = variance[i][j] / (scale[i] * scale[j]);
        }
      }
    }

    private FineGrayFit fit() {
      SubdistributionTotals totals = source.totals();
      boolean converged = maximum.status() == FineGrayStatus.CONVERGED;
      List<FineGrayCoefficient> coefficients =
          IntStream.range(0, beta.length).mapToObj(this::coefficient).toList();
      return new FineGrayFit(
          maximum.status(),
          cause,
          totals.n(),
          totals.events(),
          totals.competing(),
          coefficients,
          covariance,
          maximum.iterations(),
          Optional.of(maximum.nullValue()),
          Optional.of(maximum.at().value()),
          converged
              ? Optional.of(
                  SubdistributionBaseline.of(
                      maximum.at().jumps().get(), objective.centre(), source.names(), used, beta))
              : Optional.empty(),
          warnings(coefficients));
    }

    private FineGrayCoefficient coefficient(int j) {
      String name = source.names().get(j);
      if (Arrays.stream(used).noneMatch(u -> u == j)) {
        return new FineGrayCoefficient(name, Optional.empty(), COLLINEAR);
      }
      if (isInfinite(j)) {
        return new FineGrayCoefficient(name, Optional.empty(), INFINITE);
      }
      if (!(covariance[j][j] > NEGLIGIBLE * modelVariance[j])) {
        return new FineGrayCoefficient(name, Optional.empty(), NO_ERROR);
      }
      WaldEstimate estimate = WaldEstimate.of(beta[j], Math.sqrt(covariance[j][j]));
      return new FineGrayCoefficient(name, Optional.of(estimate), "");
    }

    /** Where the likelihood is monotone, other columns can be drawn along. */
    private boolean isInfinite(int j) {
      int k = Arrays.binarySearch(used, j);
      return Arrays.stream(maximum.infinite()).anyMatch(column -> column == k)
          || maximum.status() == FineGrayStatus.MONOTONE_LIKELIHOOD
              && (Math.abs(maximum.beta()[k]) > PLAUSIBLE || !(covariance[j][j] > 0));
    }

    private List<String> warnings(List<FineGrayCoefficient> coefficients) {
      List<String> warnings = new ArrayList<>();
      if (maximum.status() == FineGrayStatus.NOT_CONVERGED) {
        warnings.add("the iterations ended before the maximum was found");
      }
      coefficients.stream()
          .filter(coefficient -> !coefficient.reason().isEmpty())
          .forEach(coefficient -> warnings.add(coefficient.name() + " " + coefficient.reason()));
      return warnings;
    }
  }
}
