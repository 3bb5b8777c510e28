package org.hepatica.survival.cox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hepatica.survival.Cholesky;
import org.hepatica.survival.Covariance;
import org.hepatica.survival.TestResult;
import org.hepatica.survival.WaldEstimate;

/** Puts the end of a climb into the words and units of the data. */
final class CoxResults {

  private final CoxSource source;
  private final ColumnScale scale;
  private final EstimableColumns columns;
  private final Ties ties;

  CoxResults(CoxSource source, EstimableColumns columns, Ties ties) {
    this.source = source;
    this.scale = source.scale();
    this.columns = columns;
    this.ties = ties;
  }

  CoxFit of(CoxDerivatives atZero, NewtonRaphson.Summit summit) {
    int[] kept = columns.kept();
    double[][] variance = new Cholesky(summit.at().information(), 0).inverse();
    List<CoxCoefficient> coefficients = coefficients(kept, summit, variance);
    Covariance covariance = covariance(kept, coefficients, variance);
    double ratio = 2 * (summit.at().logLikelihood() - atZero.logLikelihood());
    double score = new Cholesky(atZero.information(), 0).quadraticForm(atZero.gradient());
    SubjectTotals totals = source.totals();
    double penalty = penaltyAt(atZero);
    return new CoxFit(
        totals.n(),
        totals.events(),
        ties,
        coefficients,
        covariance,
        Optional.empty(),
        atZero.logLikelihood() - penalty,
        summit.at().logLikelihood() - penalty,
        TestResult.ofChiSquared(ratio, kept.length),
        CoxFit.wald(coefficients, covariance),
        TestResult.ofChiSquared(score, kept.length),
        summit.iterations(),
        summit.converged(),
        warnings(coefficients, summit));
  }

  /** Firth's at zero is taken off: penalised likelihoods would depend on the columns' units. */
  private double penaltyAt(CoxDerivatives atZero) {
    return source.penalty() == Penalty.FIRTH
        ? new Cholesky(atZero.information(), 0).logDeterminant() / 2
        : 0;
  }

  private List<CoxCoefficient> coefficients(
      int[] kept, NewtonRaphson.Summit summit, double[][] variance) {
    List<CoxCoefficient> coefficients = new ArrayList<>();
    for (int column = 0; column < source.names().size(); column++) {
      coefficients.add(absent(column, columns.status(column)));
    }
    for (int j = 0; j < kept.length; j++) {
      coefficients.set(kept[j], coefficient(kept[j], j, summit, variance[j][j]));
    }
    return coefficients;
  }

  private CoxCoefficient coefficient(
      int column, int j, NewtonRaphson.Summit summit, double variance) {
    if (summit.infinite()[j] != 0 || !(variance > 0)) {
      return absent(column, whyAbsent(summit.infinite()[j]));
    }
    double unit = scale.deviation(column);
    return new CoxCoefficient(
        source.names().get(column),
        CoefficientStatus.ESTIMATED,
        Optional.of(WaldEstimate.of(summit.beta()[j] / unit, Math.sqrt(variance) / unit)));
  }

  private static CoefficientStatus whyAbsent(int direction) {
    return switch (direction) {
      case 1 -> CoefficientStatus.TO_PLUS_INFINITY;
      case -1 -> CoefficientStatus.TO_MINUS_INFINITY;
      default -> CoefficientStatus.NO_INFORMATION;
    };
  }

  private CoxCoefficient absent(int column, CoefficientStatus status) {
    return new CoxCoefficient(source.names().get(column), status, Optional.empty());
  }

  private Covariance covariance(
      int[] kept, List<CoxCoefficient> coefficients, double[][] variance) {
    int[] estimated =
        IntStream.range(0, kept.length)
            .filter(j -> coefficients.get(kept[j]).estimate().isPresent())
            .toArray();
    double[][] values = new double[estimated.length][estimated.length];
    for (int a = 0; a < values.length; a++) {
      for (int b = 0; b < values.length; b++) {
        int i = estimated[a];
        int j = estimated[b];
        values[a][b] = variance[i][j] / (scale.deviation(kept[i]) * scale.deviation(kept[j]));
      }
    }
    List<String> names =
        IntStream.of(estimated).mapToObj(j -> source.names().get(kept[j])).toList();
    return new Covariance(names, values);
  }

  private static List<String> warnings(
      List<CoxCoefficient> coefficients, NewtonRaphson.Summit summit) {
    List<String> warnings = new ArrayList<>();
    for (CoxCoefficient coefficient : coefficients) {
      if (coefficient.estimate().isEmpty()) {
        warnings.add(coefficient.name() + ": " + coefficient.status().reason());
      }
    }
    if (!summit.converged() && coefficients.stream().noneMatch(c -> c.status().isInfinite())) {
      warnings.add("not converged after " + summit.iterations() + " iterations");
    }
    return warnings;
  }
}
