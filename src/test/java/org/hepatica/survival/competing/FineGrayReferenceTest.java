package org.hepatica.survival.competing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hepatica.survival.Reference.ESTIMATE;
import static org.hepatica.survival.Reference.P_VALUE;
import static org.hepatica.survival.Reference.assertClose;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hepatica.survival.Reference;
import org.hepatica.survival.WaldEstimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fine-Gray models against R's cmprsk::crr: fine-gray.R. */
class FineGrayReferenceTest {

  private static final Reference R = Reference.of("fine-gray");
  private static final String[] COVARIATES = {"trt", "age", "edema", "bili", "albumin"};

  private record Case(String name, CompetingRows rows, int cause) {

    FineGrayFit fit() {
      return FineGray.withDefaults().fit(rows, cause);
    }
  }

  static Stream<Case> cases() {
    CompetingSample mgus2 = CompetingSample.of("mgus2");
    CompetingSample pbc = CompetingSample.of("pbc");
    CompetingRows twoOfPbc = rows(pbc, "age", "bili");
    CompetingRows years = rows(pbc.years(), COVARIATES);
    double[] fromZero = Arrays.stream(mgus2.time()).map(t -> Math.max(0, t - 100)).toArray();
    return Stream.of(
        new Case("mgus2", rows(mgus2, "age", "male"), 1),
        new Case("mgus2 death", rows(mgus2, "age", "male"), 2),
        new Case("mgus2 by sex", by(rows(mgus2, "age"), mgus2, "male"), 1),
        new Case("pbc death", rows(pbc, COVARIATES), 2),
        new Case("pbc transplant", rows(pbc, COVARIATES), 1),
        new Case("pbc by trt", by(twoOfPbc, pbc, "trt"), 2),
        new Case("pbc by stage", by(twoOfPbc, pbc, "stage"), 2),
        new Case("pbc years", years, 2),
        new Case("pbc years by trt", by(rows(pbc.years(), "age", "bili"), pbc, "trt"), 2),
        new Case(
            "mgus2 from 0",
            CompetingRows.of(
                fromZero, mgus2.cause(), mgus2.matrix("age", "male"), List.of("age", "male")),
            1));
  }

  private static CompetingRows rows(CompetingSample data, String... columns) {
    return CompetingRows.of(data.time(), data.cause(), data.matrix(columns), List.of(columns));
  }

  private static CompetingRows by(CompetingRows rows, CompetingSample data, String column) {
    int[] group = Arrays.stream(data.numbers(column)).mapToInt(value -> (int) value).toArray();
    return rows.withCensoringGroup(group);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void estimatesAndTheirCovarianceAreThoseOfCrr(Case c) {
    FineGrayFit fit = c.fit();

    assertThat(fit.status()).isEqualTo(FineGrayStatus.CONVERGED);
    assertThat(fit.warnings()).isEmpty();
    assertClose("null", fit.logLikelihoodNull().orElseThrow(), loglik(c, "null"), ESTIMATE);
    assertClose("loglik", fit.logLikelihood().orElseThrow(), loglik(c, "fit"), ESTIMATE);
    List<String> names = c.rows.names();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      WaldEstimate estimate = fit.coefficient(name).estimate().orElseThrow();
      assertClose(name, estimate.coefficient(), R.value(c.name, "coef", name), ESTIMATE);
      assertClose(name, estimate.pValue(), R.value(c.name, "p", name), P_VALUE);
      assertClose("var", fit.covariance()[i], R.values(c.name, "var " + name), ESTIMATE);
    }
  }

  private static double loglik(Case c, String which) {
    return R.value(c.name, "loglik", which);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void baselineAndPredictedIncidenceAreThoseOfCrr(Case c) {
    SubdistributionBaseline baseline = c.fit().baseline().orElseThrow();
    PredictedIncidence predicted = baseline.predict(R.values(c.name, "at"));

    for (Map.Entry<String, Double> entry : R.all(c.name, "jump").entrySet()) {
      double time = Double.parseDouble(entry.getKey());
      int k = Arrays.binarySearch(baseline.time(), time);
      assertClose("jump", baseline.jumps()[k], entry.getValue(), ESTIMATE);
      double expected = R.value(c.name, "predicted", entry.getKey());
      assertClose("predicted", predicted.incidence()[k], expected, ESTIMATE);
      assertClose("predicted", predicted.at(time), expected, ESTIMATE);
    }
  }

  @Test
  void ageInMgus2HasThePublishedNumbers() {
    WaldEstimate age =
        FineGray.withDefaults()
            .fit(rows(CompetingSample.of("mgus2"), "age", "male"), 1)
            .coefficient("age")
            .estimate()
            .orElseThrow();
    assertThat(age.coefficient()).isCloseTo(-0.017338, within(5e-7));
    assertThat(age.stdError()).isCloseTo(0.005737, within(5e-7));
  }
}
