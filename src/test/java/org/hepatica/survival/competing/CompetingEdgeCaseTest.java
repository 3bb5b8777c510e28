package org.hepatica.survival.competing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Competing risks worked by hand, and where there is little or nothing to estimate. */
class CompetingEdgeCaseTest {

  private static final CompetingCounts TINY =
      CompetingCounts.of(new double[] {1, 2, 2, 3, 4, 4}, new int[] {1, 2, 1, 0, 1, 2});

  private static CompetingRows rows(double[] time, int[] cause, double... x) {
    double[][] matrix = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      matrix[i] = new double[] {x[i]};
    }
    return CompetingRows.of(time, cause, matrix, List.of("x"));
  }

  private static FineGrayFit fit(CompetingRows rows) {
    return FineGray.withDefaults().fit(rows, 1);
  }

  @Test
  void incidenceGoesThroughASixthAThirdAndSevenTwelfths() {
    // S is 5/6 after 1, and 5/6 * 3/5 = 1/2 after 2; of two left at 4 one has each cause.
    CumulativeIncidence fit = AalenJohansen.withDefaults().fit(TINY);
    assertThat(fit.n()).isEqualTo(6);
    assertThat(fit.cause(1).orElseThrow().estimate())
        .containsExactly(new double[] {1 / 6.0, 1 / 3.0, 7 / 12.0}, within(1e-15));
    assertThat(fit.cause(2).orElseThrow().estimate())
        .containsExactly(new double[] {1 / 6.0, 5 / 12.0}, within(1e-15));
    assertThat(fit.eventFree().survival()[2]).isCloseTo(0.5, within(1e-15));
    // One event among six has the variance of a Poisson count, (1/6)^2, not the binomial's.
    assertThat(fit.cause(1).orElseThrow().variance()[0]).isCloseTo(1 / 36.0, within(1e-15));
  }

  @Test
  void aRatioOfHazardsIsTheRootOfAQuadratic() {
    // Nobody is censored: B stays at risk after its competing event at 1 with weight 1. With r =
    // exp(b) the likelihood is r / (2r + 2) at 2, 1 / (r + 2) at 3, r / (r + 1) at 4: its
    // derivative is 0 where r^2 - r - 4 = 0.
    FineGrayFit fit = fit(rows(new double[] {2, 1, 3, 4}, new int[] {1, 2, 1, 1}, 1, 0, 0, 1));
    double r = (1 + Math.sqrt(17)) / 2;
    assertThat(fit.coefficient("x").estimate().orElseThrow().coefficient())
        .isCloseTo(Math.log(r), within(1e-12));
    double likelihood = 2 * Math.log(r) - Math.log(2) - 2 * Math.log(r + 1) - Math.log(r + 2);
    assertThat(fit.logLikelihood().orElseThrow()).isCloseTo(likelihood, within(1e-12));
    double jump = fit.baseline().orElseThrow().jumps()[0];
    assertThat(jump).isCloseTo(1 / (2 * r + 2), within(1e-12));
    assertThat(fit.pseudoLikelihoodRatio().orElseThrow().statistic())
        .isCloseTo(2 * (likelihood + Math.log(24)), within(1e-12));
    double z = fit.coefficient("x").estimate().orElseThrow().z();
    assertThat(fit.wald().orElseThrow().statistic()).isCloseTo(z * z, within(1e-12));
  }

  @Test
  void anEmptyGroupHasNoCurves() {
    CumulativeIncidence fit = AalenJohansen.withDefaults().fit(CompetingCounts.empty());
    assertThat(fit.causes()).isEmpty();
    assertThat(fit.n()).isZero();
    IncidenceCurve none = AalenJohansen.withDefaults().curve(CompetingCounts.empty(), 1);
    assertThat(none.at(1)).isEmpty();
    assertThat(none.lastFollowUp()).isEmpty();
  }

  @Test
  void aCauseNobodyHadStaysAtZero() {
    IncidenceCurve none = AalenJohansen.withDefaults().curve(TINY, 3);
    assertThat(none.events()).isZero();
    IncidencePoint point = none.at(4).orElseThrow();
    assertThat(point.estimate()).isZero();
    assertThat(point.confLow()).isEmpty();
    assertThat(none.at(4.5)).isEmpty();
    assertThat(AalenJohansen.withDefaults().fit(TINY).cause(3)).isEmpty();
  }

  @Test
  void onePatientsEventTakesIncidenceToOneWithoutAnInterval() {
    CompetingCounts one = CompetingCounts.of(new double[] {5}, new int[] {1});
    IncidencePoint point = AalenJohansen.withDefaults().curve(one, 1).at(5).orElseThrow();
    assertThat(point.estimate()).isEqualTo(1);
    // As in cuminc, whose variance is of Poisson counts.
    assertThat(point.stdError()).isEqualTo(1);
    assertThat(point.confHigh()).isEmpty();
  }

  @Test
  void aHigherLevelHasWiderBounds() {
    IncidencePoint usual = AalenJohansen.withDefaults().curve(TINY, 1).at(2).orElseThrow();
    IncidencePoint wide =
        AalenJohansen.withDefaults().withConfidenceLevel(0.99).curve(TINY, 1).at(2).orElseThrow();
    assertThat(wide.confLow().orElseThrow()).isLessThan(usual.confLow().orElseThrow());
    assertThat(wide.confHigh().orElseThrow()).isGreaterThan(usual.confHigh().orElseThrow());
  }

  @Test
  void causeSpecificCountsCensorTheOthers() {
    assertThat(TINY.causeSpecific(1).totalEvents()).isEqualTo(3);
    assertThat(TINY.causeSpecific(1).n()).isEqualTo(6);
    assertThat(TINY.anyCause().totalEvents()).isEqualTo(5);
    assertThat(TINY.censoring().totalEvents()).isEqualTo(1);
    assertThat(TINY.causes()).containsExactly(1, 2);
  }

  @Test
  void graysTestLeavesAnEmptyGroupOutWithAWord() {
    CompetingCounts other = CompetingCounts.of(new double[] {1, 3, 5}, new int[] {2, 1, 0});
    GrayResult three =
        GrayTest.withDefaults().test(List.of(TINY, CompetingCounts.empty(), other), 1);
    GrayResult two = GrayTest.withDefaults().test(List.of(TINY, other), 1);
    assertThat(three.test()).isEqualTo(two.test()).isPresent();
    assertThat(three.warnings()).containsExactly("group 2 has no patients and is left out");
    assertThat(two.n()).containsExactly(6L, 3L);
    assertThat(two.events()).containsExactly(3L, 1L);
  }

  @Test
  void graysTestNamesWhyNothingIsCompared() {
    GrayTest test = GrayTest.withDefaults();
    assertThat(test.test(List.of(TINY), 1).warnings())
        .containsExactly("fewer than two groups have patients: nothing is compared");
    GrayResult noEvent = test.test(List.of(TINY, TINY), 7);
    assertThat(noEvent.test()).isEmpty();
    assertThat(noEvent.warnings())
        .containsExactly("nobody had an event of cause 7: nothing is compared");
    CompetingCounts early = CompetingCounts.of(new double[] {1, 1}, new int[] {0, 0});
    GrayResult apart = test.test(List.of(early, TINY.merge(early)), 2);
    assertThat(apart.test()).isEmpty();
    assertThat(apart.warnings())
        .containsExactly("some groups were never at risk together: the covariance is singular");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> test.testStratified(List.of(List.of(TINY), List.of()), 1));
  }

  @Test
  void groupsAlikeDoNotDifferEvenWithAllTimesTied() {
    CompetingCounts tied = CompetingCounts.of(new double[] {3, 3, 3, 3}, new int[] {1, 2, 0, 0});
    GrayResult result = GrayTest.withDefaults().test(List.of(tied, tied), 1);
    assertThat(result.test().orElseThrow().statistic()).isCloseTo(0, within(1e-15));
  }

  @Test
  void withoutEventsOfTheCauseNothingIsFitted() {
    FineGrayFit fit = fit(rows(new double[] {1, 2}, new int[] {2, 0}, 1, 0));
    assertThat(fit.status()).isEqualTo(FineGrayStatus.NO_EVENTS);
    assertThat(fit.coefficient("x").estimate()).isEmpty();
    assertThat(fit.warnings()).containsExactly("nobody had an event of cause 1");
    assertThat(fit.wald()).isEmpty();
    assertThat(fit.pseudoLikelihoodRatio()).isEmpty();
    assertThat(fit(rows(new double[0], new int[0])).status()).isEqualTo(FineGrayStatus.NO_EVENTS);
  }

  @Test
  void onePatientHasNoRatio() {
    FineGrayFit fit = fit(rows(new double[] {5}, new int[] {1}, 0.1));
    assertThat(fit.status()).isEqualTo(FineGrayStatus.NO_ESTIMABLE_COLUMN);
    assertThat(fit.events()).isEqualTo(1);
  }

  @Test
  void constantAndCollinearColumnsAreNamedAndDropped() {
    double[] time = {2, 1, 3, 4, 5};
    int[] cause = {1, 2, 1, 1, 0};
    double[][] x = {{1, 0.1, 2}, {0, 0.1, 0}, {0, 0.1, 0}, {1, 0.1, 2}, {1, 0.1, 2}};
    FineGrayFit fit = fit(CompetingRows.of(time, cause, x, List.of("a", "same", "double")));
    FineGrayFit alone = fit(rows(time, cause, 1, 0, 0, 1, 1));

    assertThat(fit.status()).isEqualTo(FineGrayStatus.CONVERGED);
    assertThat(fit.coefficient("same").estimate()).isEmpty();
    assertThat(fit.coefficient("double").reason()).startsWith("collinear:");
    assertThat(fit.coefficient("a").estimate()).isEqualTo(alone.coefficient("x").estimate());
    assertThat(fit.warnings())
        .containsExactly(
            "same: constant: the column has a single value",
            "double: collinear: a linear combination of the columns before it");
    assertThat(fit.baseline().orElseThrow().predict(1, 9, 9).incidence())
        .containsExactly(alone.baseline().orElseThrow().predict(1).incidence(), within(1e-14));
    assertThatIllegalArgumentException().isThrownBy(() -> fit.coefficient("other"));
  }

  @Test
  void aColumnConstantWherePatientsAreAtRiskIsDropped() {
    // x varies only among those gone before the first event.
    FineGrayFit fit = fit(rows(new double[] {1, 1, 2, 3}, new int[] {0, 0, 1, 1}, 1, 5, 0, 0));
    assertThat(fit.status()).isEqualTo(FineGrayStatus.NO_ESTIMABLE_COLUMN);
    assertThat(fit.warnings()).containsExactly("x: constant among those at risk at every event");
  }

  @Test
  void negativeTimesAreFittedAndSaid() {
    double[] time = {-2, 1, 3, 4, 5};
    FineGrayFit fit = fit(rows(time, new int[] {1, 2, 1, 1, 0}, 1, 0, 0, 1, 1));
    assertThat(fit.status()).isEqualTo(FineGrayStatus.CONVERGED);
    assertThat(fit.warnings()).containsExactly("times before 0 are taken as they are");
  }

  @Test
  void aPerfectPredictorRunsToInfinityByName() {
    double[] time = {1, 2, 3, 4, 5, 6};
    int[] cause = {1, 1, 1, 0, 2, 0};
    double[][] x = {{1, 2}, {1, 1}, {1, 3}, {0, 1}, {0, 3}, {0, 2}};
    FineGrayFit fit = fit(CompetingRows.of(time, cause, x, List.of("perfect", "other")));

    assertThat(fit.status()).isEqualTo(FineGrayStatus.MONOTONE_LIKELIHOOD);
    assertThat(fit.coefficient("perfect").estimate()).isEmpty();
    assertThat(fit.coefficient("perfect").reason()).contains("runs to infinity");
    assertThat(fit.coefficient("other").estimate()).isPresent();
    assertThat(fit.baseline()).isEmpty();
  }

  @Test
  void twoColumnsThatPredictPerfectlyTogetherAreBothInfinite() {
    // The event goes to the largest a + b; Newton's step overshoots to where no information is.
    double[][] x = {{2, 1}, {1.5, 0.1}, {0, 1}, {-1, -0.3}};
    FineGrayFit fit =
        FineGray.withDefaults()
            .fit(
                CompetingRows.of(
                    new double[] {1, 2, 3, 4}, new int[] {1, 1, 0, 0}, x, List.of("a", "b")),
                1);
    assertThat(fit.status()).isEqualTo(FineGrayStatus.MONOTONE_LIKELIHOOD);
    assertThat(fit.warnings()).isNotEmpty();
    assertThat(fit.baseline()).isEmpty();
  }

  @Test
  void aVarianceOfZeroIsNamed() {
    // Two tied events, one of each kind of patient, and nobody else: every residual is 0.
    FineGrayFit fit = fit(rows(new double[] {1, 1}, new int[] {1, 1}, 0, 1));
    assertThat(fit.status()).isEqualTo(FineGrayStatus.CONVERGED);
    assertThat(fit.coefficient("x").estimate()).isEmpty();
    assertThat(fit.warnings())
        .containsExactly("x: a robust variance of 0: too few patients for a standard error");
    assertThat(fit.wald()).isEmpty();
  }

  @Test
  void tooFewIterationsAreNamed() {
    CompetingRows rows = rows(new double[] {2, 1, 3, 4}, new int[] {1, 2, 1, 1}, 1, 0, 0, 1);
    FineGrayFit fit = FineGray.withDefaults().withMaxIterations(1).fit(rows, 1);
    assertThat(fit.status()).isEqualTo(FineGrayStatus.NOT_CONVERGED);
    assertThat(fit.warnings()).containsExactly("the iterations ended before the maximum was found");
    assertThat(fit.baseline()).isEmpty();
  }

  @Test
  void allTimesTiedStillHaveARatio() {
    // One risk set: 2 of 3 with x = 1 and 1 of 3 with x = 0 have the event. L = r^2 / (3r + 3)^3.
    FineGrayFit fit =
        fit(rows(new double[] {3, 3, 3, 3, 3, 3}, new int[] {1, 1, 0, 1, 2, 0}, 1, 1, 1, 0, 0, 0));
    assertThat(fit.coefficient("x").estimate().orElseThrow().coefficient())
        .isCloseTo(Math.log(2), within(1e-12));
  }

  @Test
  void wrongArgumentsAreRefused() {
    CompetingRows rows = rows(new double[] {2, 1}, new int[] {1, 2}, 1, 0);
    assertThatIllegalArgumentException().isThrownBy(() -> FineGray.withDefaults().fit(rows, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> rows.withFrequency(1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> rows.withCensoringGroup(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rows(new double[] {Double.NaN}, new int[] {1}, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rows(new double[] {1}, new int[] {1}, Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CompetingCounts.of(new double[] {1}, new int[] {-1}));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                rows.merge(
                    CompetingRows.of(
                        new double[] {1}, new int[] {1}, new double[][] {{1}}, List.of("y"))));
  }
}
