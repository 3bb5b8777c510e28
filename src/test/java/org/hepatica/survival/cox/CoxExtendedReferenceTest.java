package org.hepatica.survival.cox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hepatica.survival.Reference.ESTIMATE;
import static org.hepatica.survival.Reference.P_VALUE;
import static org.hepatica.survival.Reference.assertClose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hepatica.survival.Reference;
import org.hepatica.survival.TestResult;
import org.hepatica.survival.WaldEstimate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Intervals, weights, offsets, clusters and exact ties against R's coxph: cox-extended.R. */
class CoxExtendedReferenceTest {

  private static final Reference R = Reference.of("cox-extended");

  static Stream<ExtendedCase> cases() {
    return ExtendedCase.all();
  }

  static Stream<ExtendedCase> casesWithResiduals() {
    return cases().filter(ExtendedCase::hasResiduals);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void estimatesAndErrorsAreThoseOfCoxph(ExtendedCase c) {
    CoxFit fit = c.fit();
    assertThat(fit.converged()).isTrue();
    List<String> names = List.copyOf(R.all(c.id(), "coef").keySet());
    for (int j = 0; j < names.size(); j++) {
      String name = c.data().names().get(j);
      String what = c.id() + " " + name;
      WaldEstimate estimate = fit.coefficient(name).estimate().orElseThrow();
      double naive = Math.sqrt(fit.modelCovariance().orElse(fit.covariance()).of(name, name));
      assertClose(what, estimate.coefficient(), R.value(c.id(), "coef", names.get(j)), ESTIMATE);
      assertClose(what, estimate.stdError(), R.value(c.id(), "se", names.get(j)), ESTIMATE);
      assertClose(what, naive, R.value(c.id(), "naive", names.get(j)), ESTIMATE);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void likelihoodsTestsAndCriteriaAreThoseOfCoxph(ExtendedCase c) {
    CoxFit fit = c.fit();
    String id = c.id();
    assertClose("null", fit.logLikelihoodNull(), R.value(id, "loglik", "null"), ESTIMATE);
    assertClose("fitted", fit.logLikelihood(), R.value(id, "loglik", "fitted"), ESTIMATE);
    assertClose("wald", fit.wald().statistic(), R.value(id, "wald test", "statistic"), ESTIMATE);
    assertClose("score", fit.score().statistic(), R.value(id, "score test", "statistic"), ESTIMATE);
    if (c.isComplete()) {
      assertClose("aic", fit.aic(), R.value(id, "criterion", "aic"), ESTIMATE);
      assertClose("bic", fit.bic(), R.value(id, "criterion", "bic"), ESTIMATE);
    }
  }

  @ParameterizedTest
  @MethodSource("casesWithResiduals")
  void residualsAreThoseOfCoxph(ExtendedCase c) {
    CoxResiduals residuals = CoxResiduals.of(c.data(), c.fit());
    assertRows(c, "martingale", column(residuals.martingale()));
    assertRows(c, "deviance", column(residuals.deviance()));
    assertRows(c, "score", residuals.score());
    assertRows(c, "dfbeta", residuals.dfbeta());
    assertRows(c, "dfbetas", residuals.dfbetas());
  }

  @ParameterizedTest
  @MethodSource("casesWithResiduals")
  void schoenfeldResidualsAreThoseOfCoxph(ExtendedCase c) {
    CoxResiduals residuals = CoxResiduals.of(c.data(), c.fit());
    assertRows(c, "schoenfeld", matrix(residuals.schoenfeld()));
    assertRows(c, "scaledsch", matrix(residuals.scaledSchoenfeld()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void concordanceIsThatOfCoxph(ExtendedCase c) {
    if (c.isComplete()) {
      assertConcordance(c, "concordance", Concordance.withDefaults());
    }
    if (c.hasUno()) {
      assertConcordance(c, "uno", Concordance.withDefaults().uno());
      double horizon = R.value(c.id(), "early", "horizon");
      assertConcordance(c, "early", Concordance.withDefaults().uno().upTo(horizon));
    }
  }

  private static void assertConcordance(ExtendedCase c, String quantity, Concordance option) {
    ConcordanceResult result = option.of(c.data(), c.fit()).orElseThrow();
    assertClose(quantity, result.estimate(), R.value(c.id(), quantity, "estimate"), ESTIMATE);
    assertClose(quantity, result.stdError(), R.value(c.id(), quantity, "std"), ESTIMATE);
  }

  @ParameterizedTest
  @MethodSource("casesWithResiduals")
  void proportionalHazardsTestsAreThoseOfCoxZph(ExtendedCase c) {
    Map<String, TimeTransform> transforms =
        Map.of(
            "km", TimeTransform.KAPLAN_MEIER,
            "identity", TimeTransform.IDENTITY,
            "rank", TimeTransform.RANK,
            "log", TimeTransform.LOG);
    transforms.forEach(
        (name, transform) -> {
          ProportionalHazardsResult result =
              ProportionalHazardsTest.withDefaults()
                  .with(transform)
                  .test(c.data(), c.fit(), c.terms())
                  .orElseThrow();
          result.terms().forEach(t -> assertZph(c, name, t.term(), t.test()));
          assertThat(result.terms()).hasSize(R.all(c.id(), "zph " + name + " p").size() - 1);
          assertZph(c, name, "GLOBAL", result.global());
        });
  }

  private static void assertZph(ExtendedCase c, String transform, String term, TestResult test) {
    String quantity = "zph " + transform + " ";
    assertClose(term, test.statistic(), R.value(c.id(), quantity + "chisq", term), P_VALUE);
    assertThat((double) test.df()).isEqualTo(R.value(c.id(), quantity + "df", term));
    assertClose(term, test.pValue(), R.value(c.id(), quantity + "p", term), P_VALUE);
  }

  @ParameterizedTest
  @MethodSource("casesWithResiduals")
  void predictedCurvesAreThoseOfSurvfit(ExtendedCase c) {
    if (c.hasCurves()) {
      PredictedSurvival predicted = PredictedSurvival.of(c.data(), c.fit());
      assertCurve(c, "new", predicted.of(c.covariates(), c.stratum()));
      if (!c.isStratified()) {
        assertCurve(c, "mean", predicted.atCentre(0));
      }
    }
  }

  /** The script keeps each third point. */
  private static void assertCurve(ExtendedCase c, String name, List<PredictedPoint> curve) {
    int kept = R.all(c.id(), name + " time").size();
    assertThat((curve.size() + 2) / 3).isEqualTo(kept);
    for (int k = 0; k < kept; k++) {
      PredictedPoint point = curve.get(3 * k);
      String key = Integer.toString(k + 1);
      String what = c.id() + " " + name + " " + key;
      assertClose(what, point.time(), R.value(c.id(), name + " time", key), ESTIMATE);
      assertClose(what, point.survival(), R.value(c.id(), name + " surv", key), ESTIMATE);
      assertClose(what, point.cumulativeHazard(), R.value(c.id(), name + " cumhaz", key), ESTIMATE);
      assertClose(what, point.stdError(), R.value(c.id(), name + " std.err", key), ESTIMATE);
      assertClose(what, point.interval().low(), R.value(c.id(), name + " lower", key), ESTIMATE);
      assertClose(what, point.interval().high(), R.value(c.id(), name + " upper", key), ESTIMATE);
    }
  }

  private static double[][] column(double[] values) {
    return Arrays.stream(values).mapToObj(x -> new double[] {x}).toArray(double[][]::new);
  }

  private static double[][] matrix(List<SchoenfeldResidual> residuals) {
    List<double[]> rows = new ArrayList<>();
    residuals.forEach(r -> rows.add(r.residual()));
    return rows.toArray(double[][]::new);
  }

  /** A residual near 0 is a difference: it is held against the largest of its column. */
  private static void assertRows(ExtendedCase c, String quantity, double[][] actual) {
    Map<String, Double> expected = R.all(c.id(), quantity);
    double[] size = new double[actual[0].length];
    for (double[] row : actual) {
      for (int j = 0; j < row.length; j++) {
        size[j] = Math.max(size[j], Math.abs(row[j]));
      }
    }
    expected.forEach(
        (key, value) -> {
          int i = Integer.parseInt(key.split("\\|")[0]) - 1;
          int j = Integer.parseInt(key.split("\\|")[1]) - 1;
          assertThat(Math.abs(actual[i][j] - value) / size[j])
              .as("%s %s %s: %s against %s", c.id(), quantity, key, actual[i][j], value)
              .isLessThanOrEqualTo(ESTIMATE);
        });
  }
}
