package org.hepatica.survival.cox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hepatica.survival.TestResult;
import org.hepatica.survival.WaldEstimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cox regression where the data cannot tell: named, not nonsense. */
class CoxDegenerateTest {

  private static final double[] TIME = {1, 2, 3, 4, 5, 6, 7, 8};
  private static final boolean[] EVENT = {true, true, false, true, true, false, true, true};
  private static final double[] A = {1, 0, 1, 1, 0, 1, 0, 0};
  private static final double[] B = {3, 1, 4, 1, 5, 9, 2, 6};

  private static CoxData data(boolean[] event, List<String> names, double[]... columns) {
    double[][] rows = new double[event.length][columns.length];
    for (int i = 0; i < event.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        rows[i][j] = columns[j][i];
      }
    }
    return CoxData.of(Arrays.copyOf(TIME, event.length), event, rows, names);
  }

  private static CoxFit fit(CoxData data) {
    return CoxRegression.withDefaults().fit(data);
  }

  @Test
  void withoutEventsEveryCoefficientIsAbsentForThatReason() {
    CoxFit fit = fit(data(new boolean[8], List.of("a", "b"), A, B));

    assertThat(fit.coefficients())
        .extracting(CoxCoefficient::status)
        .containsOnly(CoefficientStatus.NO_EVENTS);
    assertThat(fit.events()).isZero();
    assertThat(fit.logLikelihood()).isZero();
    assertThat(fit.likelihoodRatio()).isEqualTo(new TestResult(0, 0, 1));
    assertThat(fit.waldTest(List.of("a"))).isEmpty();
    assertThat(fit.warnings()).hasSize(2);
  }

  @Test
  void aConstantColumnIsNamedAndTheRestFitted() {
    double[] seven = new double[8];
    Arrays.fill(seven, 7.3);
    CoxFit fit = fit(data(EVENT, List.of("seven", "a"), seven, A));

    assertThat(fit.coefficient("seven").status()).isEqualTo(CoefficientStatus.CONSTANT);
    assertThat(fit.warnings()).containsExactly("seven: constant: the column has a single value");
    assertThat(fit.coefficient("a")).isEqualTo(fit(data(EVENT, List.of("a"), A)).coefficient("a"));
    assertThat(fit.wald().df()).isEqualTo(1);
  }

  @Test
  void ofCollinearColumnsTheLastIsDropped() {
    double[] sum = new double[8];
    Arrays.setAll(sum, i -> 2 * A[i] - B[i] + 5);
    CoxFit fit = fit(data(EVENT, List.of("a", "b", "sum"), A, B, sum));

    assertThat(fit.coefficient("sum").status()).isEqualTo(CoefficientStatus.COLLINEAR);
    assertThat(fit.covariance().names()).containsExactly("a", "b");
    assertThat(fit.converged()).isTrue();
    assertThat(fit.coefficient("b"))
        .isEqualTo(fit(data(EVENT, List.of("a", "b"), A, B)).coefficient("b"));
  }

  @Test
  void aColumnConstantWithinStrataIsNamed() {
    int[] stratum = Arrays.stream(A).mapToInt(a -> (int) a).toArray();
    CoxFit fit = fit(data(EVENT, List.of("a", "b"), A, B).withStratum(stratum));

    assertThat(fit.coefficient("a").status()).isEqualTo(CoefficientStatus.CONSTANT_AT_EVENTS);
    assertThat(fit.coefficient("b").status()).isEqualTo(CoefficientStatus.ESTIMATED);
  }

  @ParameterizedTest
  @EnumSource
  void completeSeparationIsNamedInsteadOfAHugeNumber(Ties ties) {
    double[] early = {1, 1, 1, 1, 0, 0, 0, 0};
    CoxFit fit =
        CoxRegression.withDefaults().with(ties).fit(data(EVENT, List.of("early", "b"), early, B));

    assertThat(fit.coefficient("early").status()).isEqualTo(CoefficientStatus.TO_PLUS_INFINITY);
    assertThat(fit.coefficient("early").estimate()).isEmpty();
    assertThat(fit.coefficient("b").status()).isEqualTo(CoefficientStatus.ESTIMATED);
    assertThat(fit.converged()).isFalse();
    assertThat(fit.warnings())
        .containsExactly(
            "early: monotone likelihood: runs to plus infinity;"
                + " Firth's penalty gives a finite estimate");
    assertThat(fit.likelihoodRatio().df()).isEqualTo(2);
    assertThat(fit.wald().df()).isEqualTo(1);
  }

  @Test
  void aGroupWithoutEventsRunsToMinusInfinityAndTheLikelihoodToItsLimit() {
    boolean[] event = {false, true, false, false, true, false, true, true};
    CoxFit fit = fit(data(event, List.of("a"), A));

    assertThat(fit.coefficient("a").status()).isEqualTo(CoefficientStatus.TO_MINUS_INFINITY);
    // In the limit only the four with a = 0 are at risk: 1/4, 1/3, 1/2, 1.
    assertThat(fit.logLikelihood()).isCloseTo(-Math.log(24), within(1e-7));
  }

  @Test
  void aRareGroupWithoutEventsIsNamedToo() {
    int n = 2000;
    double[] time = new double[n];
    double[][] x = new double[n][1];
    boolean[] event = new boolean[n];
    for (int i = 0; i < n; i++) {
      time[i] = i;
      event[i] = i % 2 == 0;
      x[i][0] = i == 1501 ? 1 : 0;
    }
    CoxFit fit = fit(CoxData.of(time, event, x, List.of("rare")));
    assertThat(fit.coefficient("rare").status()).isEqualTo(CoefficientStatus.TO_MINUS_INFINITY);
  }

  @Test
  void anOutlierFarFromTheOthersIsNotTakenForAnInfiniteCoefficient() {
    double[] outlier = B.clone();
    outlier[2] = 1e7;
    CoxFit fit = fit(data(EVENT, List.of("b"), outlier));
    assertThat(fit.converged()).isTrue();
    assertThat(fit.warnings()).isEmpty();
    // Its hazard ratio is 0: the others decide, and keep their digits.
    CoxData all = data(EVENT, List.of("b"), B);
    CoxFit others = fit(CoxExamples.take(all, new int[] {0, 1, 3, 4, 5, 6, 7}));
    assertThat(fit.coefficient("b").estimate().orElseThrow().coefficient())
        .isCloseTo(others.coefficient("b").estimate().orElseThrow().coefficient(), within(1e-9));
  }

  @Test
  void allTimesTiedIsOneRiskSet() {
    CoxData tied =
        CoxData.of(
            new double[8],
            EVENT,
            Arrays.stream(B).mapToObj(b -> new double[] {b}).toArray(double[][]::new),
            List.of("b"));
    CoxFit efron = fit(tied);
    CoxFit breslow = CoxRegression.withDefaults().with(Ties.BRESLOW).fit(tied);

    assertThat(efron.converged()).isTrue();
    assertThat(breslow.logLikelihoodNull()).isCloseTo(-6 * Math.log(8), within(1e-12));
    assertThat(efron.logLikelihoodNull())
        .isCloseTo(-Math.log(8 * 7 * 6 * 5 * 4 * 3), within(1e-12));
  }

  @Test
  void onePatientHasNothingToCompare() {
    CoxFit fit = fit(data(new boolean[] {true}, List.of("a"), A));
    assertThat(fit.n()).isEqualTo(1);
    assertThat(fit.coefficient("a").status()).isEqualTo(CoefficientStatus.CONSTANT);
  }

  @Test
  void nobodyIsNoError() {
    CoxFit fit = fit(CoxData.of(new double[0], new boolean[0], new double[0][], List.of("a")));
    assertThat(fit.n()).isZero();
    assertThat(fit.coefficient("a").status()).isEqualTo(CoefficientStatus.NO_EVENTS);
  }

  @Test
  void noColumnsGiveTheNullModel() {
    CoxFit fit = fit(data(EVENT, List.of()));
    assertThat(fit.converged()).isTrue();
    assertThat(fit.logLikelihood()).isEqualTo(fit.logLikelihoodNull()).isNegative();
  }

  @Test
  void hugeValuesDoNotOverflow() {
    double[] huge = Arrays.stream(B).map(b -> 1e100 * b).toArray();
    WaldEstimate scaled =
        fit(data(EVENT, List.of("b"), huge)).coefficient("b").estimate().orElseThrow();
    WaldEstimate plain =
        fit(data(EVENT, List.of("b"), B)).coefficient("b").estimate().orElseThrow();
    assertThat(scaled.z()).isCloseTo(plain.z(), within(1e-9));
  }

  @ParameterizedTest
  @EnumSource
  void linearPredictorsInTheThousandsDoNotOverflow(Ties ties) {
    // With exp(beta x) this far apart each risk set is its largest member: a sum of differences.
    CoxData data = data(EVENT, List.of("b"), B);
    ColumnScale scale = new ColumnScale(data);
    CoxObjective likelihood = CoxLikelihood.of(new CoxRows(data, new int[] {0}, scale), ties);
    double unit = 2000 * scale.deviation(0);
    double expected = 2000 * ((3 - 9) + (1 - 9) + (1 - 9) + (5 - 9) + (2 - 6) + (6 - 6));
    CoxDerivatives far = likelihood.at(new double[] {unit});
    assertThat(far.logLikelihood()).isCloseTo(expected, within(1e-6));
    assertThat(far.information()[0][0]).isFinite().isCloseTo(0, within(1e-9));
    assertThat(likelihood.at(new double[] {-unit}).logLikelihood()).isFinite();
  }

  @Test
  void rowsOfFrequencyZeroAreNobody() {
    long[] frequency = {1, 1, 1, 1, 1, 1, 1, 0};
    CoxData all = data(EVENT, List.of("a"), A);
    CoxFit fit = fit(all.withFrequency(frequency));
    CoxFit without = fit(CoxExamples.take(all, new int[] {0, 1, 2, 3, 4, 5, 6}));
    assertThat(fit.coefficients()).isEqualTo(without.coefficients());
    assertThat(fit.n()).isEqualTo(7);
  }

  @Test
  void tooFewIterationsAreSaidSo() {
    CoxFit fit =
        CoxRegression.withDefaults().withMaxIterations(1).fit(data(EVENT, List.of("b"), B));
    assertThat(fit.converged()).isFalse();
    assertThat(fit.warnings()).containsExactly("not converged after 1 iterations");
  }

  @Test
  void backwardSelectionDropsWhatCannotBeEstimatedAndKeepsWhatRunsToInfinity() {
    double[] early = {1, 1, 1, 1, 0, 0, 0, 0};
    double[] seven = new double[8];
    CoxData data = data(EVENT, List.of("early", "seven", "b"), early, seven, B);
    SelectionResult result =
        BackwardSelection.withDefaults()
            .select(data, List.of(Term.of("early"), Term.of("seven"), Term.of("b")));

    assertThat(result.steps().get(0).removed().name()).isEqualTo("seven");
    assertThat(result.steps().get(0).test()).isEmpty();
    assertThat(result.kept()).extracting(Term::name).containsExactly("early");
    assertThat(result.fit().warnings()).hasSize(1);
  }

  @Test
  void badInputIsRefusedByName() {
    double[][] x = {{Double.NaN}};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CoxData.of(new double[] {1}, new boolean[] {true}, x, List.of("a")))
        .withMessageContaining("not finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> data(EVENT, List.of("a", "a"), A, B))
        .withMessageContaining("repeats");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> data(EVENT, List.of("a"), A).select(List.of("z")))
        .withMessageContaining("no column z");
  }

  @Test
  void firthsPenaltyHasNoCoefficientAtInfinity() {
    CoxData separated = CoxPenalisedReferenceTest.separated();
    assertThat(fit(separated).coefficient("early").status().isInfinite()).isTrue();
    CoxFit firth = CoxRegression.withDefaults().with(Penalty.FIRTH).fit(separated);
    assertThat(firth.converged()).isTrue();
    assertThat(firth.warnings()).isEmpty();
  }

  @Test
  void aCoefficientAtInfinityHasAFiniteBoundOnTheOtherSide() {
    CoxData separated = CoxPenalisedReferenceTest.separated();
    CoxFit fit = fit(separated);
    ProfileInterval early = ProfileLikelihood.withDefaults().of(separated, fit).get(0);
    assertThat(early.name()).isEqualTo("early");
    assertThat(early.low()).isPresent();
    assertThat(early.low().getAsDouble()).isPositive().isLessThan(10);
    assertThat(early.high()).isEmpty();
  }

  @Test
  void residualsOfACoefficientAtInfinityAreRefusedByName() {
    CoxData separated = CoxPenalisedReferenceTest.separated();
    CoxFit fit = fit(separated);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CoxResiduals.of(separated, fit))
        .withMessageContaining("early runs to infinity");
    int[] own = IntStream.range(0, separated.size()).toArray();
    assertThat(fit(separated.withCluster(own)).warnings())
        .contains("standard errors are not robust: a coefficient runs to infinity");
  }

  @Test
  void anEmptyGroupIsAConstantColumn() {
    CoxFit fit = fit(data(EVENT, List.of("a", "empty"), A, new double[8]));
    assertThat(fit.coefficient("empty").status()).isEqualTo(CoefficientStatus.CONSTANT);
    assertThat(fit.coefficient("a").estimate()).isPresent();
  }

  @Test
  void exactTiesOfTooManySubjectsAreRefusedByName() {
    CoxData many =
        data(EVENT, List.of("b"), B)
            .withFrequency(new long[] {9000, 9000, 9000, 9000, 9000, 9000, 9000, 9000});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CoxRegression.withDefaults().with(Ties.EXACT).fit(many))
        .withMessageContaining("exact ties would take")
        .withMessageContaining("efron");
  }

  @Test
  void exactTiesKnowNoCaseWeights() {
    CoxData weighted = data(EVENT, List.of("b"), B).withWeight(B);
    CoxRegression exact = CoxRegression.withDefaults().with(Ties.EXACT);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> exact.fit(weighted))
        .withMessageContaining("case weights");
    CoxData plain = data(EVENT, List.of("b"), B);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> exact.with(Penalty.FIRTH).fit(plain))
        .withMessageContaining("Firth's penalty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> exact.with(VarianceType.ROBUST).fit(plain))
        .withMessageContaining("robust");
  }

  @Test
  void exactTiesOfAllAtRiskSayNothing() {
    boolean[] all = {true, true, true};
    double[][] x = {{1}, {2}, {4}};
    CoxData tied = CoxData.of(new double[3], all, x, List.of("x"));
    CoxFit fit = CoxRegression.withDefaults().with(Ties.EXACT).fit(tied);
    assertThat(fit.logLikelihoodNull()).isCloseTo(0, within(1e-9));
    assertThat(fit.coefficient("x").estimate()).isEmpty();
  }

  @Test
  void emptyIntervalsAreNobodyAndCounted() {
    CoxData all = data(EVENT, List.of("b"), B);
    double[] entry = {0, 2, 0, 5, 1, 0, 3, 0};
    CoxFit fit = fit(all.withEntry(entry));
    int[] kept = {0, 2, 4, 5, 6, 7};
    double[] keptEntry = {0, 0, 1, 0, 3, 0};
    CoxFit without = fit(CoxExamples.take(all, kept).withEntry(keptEntry));

    assertThat(fit.n()).isEqualTo(6);
    assertThat(fit.coefficients()).isEqualTo(without.coefficients());
    assertThat(fit.warnings())
        .containsExactly("2 rows left out: their interval (entry, time] is empty");
  }

  @Test
  void negativeTimesAreFittedAndSaid() {
    double[][] rows = Arrays.stream(B).mapToObj(b -> new double[] {b}).toArray(double[][]::new);
    double[] shifted = Arrays.stream(TIME).map(t -> t - 5).toArray();
    CoxFit fit = fit(CoxData.of(shifted, EVENT, rows, List.of("b")));
    assertThat(fit.warnings()).containsExactly("times before 0 are taken as they are");
    assertThat(fit.coefficients()).isEqualTo(fit(data(EVENT, List.of("b"), B)).coefficients());
  }

  @Test
  void offsetsOfABillionLoseNothing() {
    double[] small = {0, 1, 0, 2, 1, 0, 1, 2};
    double[] large = Arrays.stream(small).map(o -> o + 1e9).toArray();
    CoxData data = data(EVENT, List.of("b"), B);
    WaldEstimate expected = fit(data.withOffset(small)).estimate("b");
    assertThat(fit(data.withOffset(large)).estimate("b").coefficient())
        .isCloseTo(expected.coefficient(), within(1e-12));
  }

  @Test
  void aHugeHazardThatLeavesTakesNoDigitWithIt() {
    // Rows 0 and 1 have offsets of 600 and are gone before the events of the others.
    double[] entry = {0, 0, 2, 2, 2, 2, 2, 2};
    double[] offset = {600, 600, 0, 0, 0, 0, 0, 0};
    CoxData data = data(EVENT, List.of("b"), B).withEntry(entry).withOffset(offset);
    int[] rest = {2, 3, 4, 5, 6, 7};
    CoxObjective all = RowSource.of(data, Ties.EFRON, Penalty.NONE).objective(new int[] {0});
    CoxFit others = fit(CoxExamples.take(data(EVENT, List.of("b"), B), rest));
    // The two at risk at time 1 add their own pair; here both have the event: one comparison.
    CoxFit fit = fit(data.withStratum(new int[] {1, 1, 0, 0, 0, 0, 0, 0}));
    CoxFit together = fit(data);
    assertThat(together.coefficients()).isEqualTo(fit.coefficients());
    assertThat(all.at(new double[] {0}).logLikelihood())
        .isCloseTo(others.logLikelihoodNull() - Math.log(2), within(1e-12));
  }

  @Test
  void nobodyToCompareHasNoConcordance() {
    CoxData censored = data(new boolean[8], List.of("b"), B);
    assertThat(Concordance.withDefaults().of(censored, B)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Concordance.withDefaults().uno().of(censored.withEntry(new double[8]), B))
        .withMessageContaining("entry times");
  }

  @Test
  void anEventAtTimeZeroHasNoLogarithm() {
    CoxData atZero = data(EVENT, List.of("b"), B);
    double[] time = {0, 1, 2, 3, 4, 5, 6, 7};
    double[][] rows = Arrays.stream(B).mapToObj(b -> new double[] {b}).toArray(double[][]::new);
    CoxData data = CoxData.of(time, EVENT, rows, List.of("b"));
    ProportionalHazardsTest test = ProportionalHazardsTest.withDefaults().with(TimeTransform.LOG);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> test.test(data, fit(data), List.of(Term.of("b"))))
        .withMessageContaining("no logarithm");
    assertThat(test.test(atZero, fit(atZero), List.of(Term.of("b")))).isPresent();
  }

  @Test
  void theElasticNetLeavesAllOutWhereNothingIsLearntOrThePenaltyIsLarge() {
    CoxData silent = data(new boolean[8], List.of("a", "b"), A, B);
    ElasticNetFit without = ElasticNet.withDefaults().path(silent, 0.1).get(0);
    assertThat(without.coefficients()).containsExactly(0.0, 0.0);
    assertThat(without.converged()).isTrue();
    double[] seven = new double[8];
    Arrays.fill(seven, 7);
    CoxData data = data(EVENT, List.of("a", "seven", "b"), A, seven, B);
    List<ElasticNetFit> path = ElasticNet.withDefaults().path(data, 10, 0.01);
    assertThat(path.get(0).coefficients()).containsExactly(0.0, 0.0, 0.0);
    assertThat(path.get(1).coefficient("seven")).isZero();
    assertThat(path.get(1).coefficient("b")).isNotZero();
  }

  @Test
  void withoutEventsThereIsNothingToTestOrPredict() {
    CoxData silent = data(new boolean[8], List.of("b"), B);
    CoxFit fit = fit(silent);
    assertThat(ProportionalHazardsTest.withDefaults().test(silent, fit, List.of(Term.of("b"))))
        .isEmpty();
    assertThat(PredictedSurvival.of(silent, fit).atCentre(0)).isEmpty();
    assertThat(ProfileLikelihood.withDefaults().of(silent, fit)).isEmpty();
    assertThat(CoxResiduals.of(silent, fit).martingale()).containsOnly(0.0);
    assertThat(fit(silent.withCluster(new int[8])).isRobust()).isFalse();
  }
}
