package org.hepatica.survival.competing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hepatica.survival.Cholesky;
import org.hepatica.survival.WaldEstimate;

/** Turns the end of a search on standardised columns into a fit on the columns given. */
final class FineGrayResults {

  private static final String INFINITE =
      "runs to infinity: the likelihood rises without end (monotone likelihood)";
  private static final String NO_ERROR =
      "a robust variance of 0: too few patients for a standard error";

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

  /** A fit of nothing, for nobody had the cause. */
  FineGrayFit noEvents() {
    String reason = "nobody had an event of cause " + cause;
    String[] reasons = new String[source.names().size()];
    Arrays.fill(reasons, reason);
    return nothing(FineGrayStatus.NO_EVENTS, reasons, Stream.of(reason));
  }

  /** A fit of nothing, for a reason a column. */
  FineGrayFit notEstimable(FineGrayStatus status, String[] reasons) {
    List<String> names = source.names();
    return nothing(
        status,
        reasons,
        IntStream.range(0, reasons.length).mapToObj(j -> names.get(j) + ": " + reasons[j]));
  }

  private FineGrayFit nothing(FineGrayStatus status, String[] reasons, Stream<String> warnings) {
    int p = source.names().size();
    SubdistributionTotals totals = source.totals();
    List<FineGrayCoefficient> none =
        IntStream.range(0, p)
            .mapToObj(
                j -> new FineGrayCoefficient(source.names().get(j), Optional.empty(), reasons[j]))
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
        Stream.concat(warnings, source.remarks().stream()).toList());
  }

  /** The fit of the columns used; others are dropped by name. */
  FineGrayFit of(
      int[] used,
      String[] reasons,
      SubdistributionObjective objective,
      SubdistributionMaximum maximum) {
    return new Found(used, reasons, objective, maximum).fit();
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
    private final String[] reasons;
    private final SubdistributionObjective objective;
    private final SubdistributionMaximum maximum;
    private final double[] beta;
    private final double[][] covariance;
    private final double[] modelVariance;

    Found(
        int[] used,
        String[] reasons,
        SubdistributionObjective objective,
        SubdistributionMaximum maximum) {
      this.used = used;
      this.reasons = reasons;
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
        return new FineGrayCoefficient(name, Optional.empty(), reasons[j]);
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
          .forEach(coefficient -> warnings.add(coefficient.name() + ": " + coefficient.reason()));
      warnings.addAll(source.remarks());
      return warnings;
    }
  }
}
