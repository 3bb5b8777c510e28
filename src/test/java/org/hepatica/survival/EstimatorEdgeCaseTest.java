package org.hepatica.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Curves and tests where there is little or nothing to estimate. */
class EstimatorEdgeCaseTest {

  private static final KaplanMeier KM = KaplanMeier.withDefaults();

  private static SurvivalCounts counts(double[] time, boolean... event) {
    return SurvivalCounts.of(time, event);
  }

  @Test
  void anEmptyGroupHasNoCurve() {
    SurvivalCurve curve = KM.fit(SurvivalCounts.empty());

    assertThat(curve.n()).isZero();
    assertThat(curve.at(0)).isEmpty();
    assertThat(curve.restrictedMean(1)).isEmpty();
    assertThat(curve.lastFollowUp()).isEmpty();
    assertThat(curve.median().describe()).isEqualTo("not reached");
  }

  @Test
  void withoutEventsTheMedianIsNotReached() {
    SurvivalCurve curve = KM.fit(counts(new double[] {1, 2, 3}, false, false, false));

    assertThat(curve.survival()).containsOnly(1);
    assertThat(curve.median().time()).isEmpty();
    assertThat(curve.median().confHigh()).isEmpty();
    assertThat(curve.restrictedMean(3).orElseThrow().mean()).isEqualTo(3);
  }

  @Test
  void oneDeathTakesTheCurveToZeroWhereNoErrorIsDefined() {
    SurvivalCurve curve = KM.fit(counts(new double[] {5}, true));

    SurvivalPoint end = curve.at(5).orElseThrow();
    assertThat(end.survival()).isZero();
    assertThat(end.stdError()).isEmpty();
    assertThat(end.confLow()).isEmpty();
    assertThat(curve.median().time()).hasValue(5);
  }

  @Test
  void pastTheLastFollowUpThereIsNoRow() {
    SurvivalCurve curve = KM.fit(counts(new double[] {5, 8}, true, false));
    assertThat(curve.at(8)).isPresent();
    assertThat(curve.at(8.0001)).isEmpty();
    assertThat(curve.restrictedMean(10).orElseThrow().isExtrapolated()).isTrue();
  }

  @Test
  void aDeathOnDayZeroCounts() {
    SurvivalCurve curve = KM.fit(counts(new double[] {0, 4}, true, false));
    assertThat(curve.at(0).orElseThrow().survival()).isEqualTo(0.5);
    assertThat(curve.at(-1).orElseThrow().survival()).isEqualTo(1);
    assertThat(curve.at(-1).orElseThrow().nRisk()).isEqualTo(2);
  }

  @Test
  void aDeathAndACensoringAtOneTimeTradePlacesInReverse() {
    // As R flips the status: of two at risk on day 5, one is now censored there, one an event.
    SurvivalCurve reverse = KM.fit(counts(new double[] {5, 5, 9}, true, false, false).reversed());
    assertThat(reverse.survival()[0]).isCloseTo(2.0 / 3, within(1e-15));
    assertThat(reverse.nCensor()).containsExactly(1, 0);
  }

  @Test
  void theArraysOfACurveAreCopies() {
    SurvivalCurve curve = KM.fit(counts(new double[] {5, 8}, true, false));
    curve.survival()[0] = 7;
    assertThat(curve.survival()[0]).isEqualTo(0.5);
  }

  @Test
  void anEmptyGroupIsLeftOutOfTheLogRankTestWithAWord() {
    SurvivalCounts a = counts(new double[] {1, 3, 5}, true, true, false);
    SurvivalCounts b = counts(new double[] {2, 4, 6}, true, false, true);
    LogRankResult three = LogRank.withDefaults().test(List.of(a, SurvivalCounts.empty(), b));
    LogRankResult two = LogRank.withDefaults().test(List.of(a, b));

    assertThat(three.df()).isEqualTo(1);
    assertThat(three.statistic()).isCloseTo(two.statistic(), within(1e-14));
    assertThat(three.warnings()).containsExactly("group 2 has no patients");
  }

  @Test
  void withoutEventsTheLogRankTestComparesNothing() {
    SurvivalCounts a = counts(new double[] {1, 3}, false, false);
    LogRankResult result = LogRank.withDefaults().test(List.of(a, a));
    assertThat(result.df()).isZero();
    assertThat(result.pValue()).isEqualTo(1);
    assertThat(result.warnings()).isNotEmpty();
  }

  @Test
  void strataMustHaveTheSameGroups() {
    SurvivalCounts a = counts(new double[] {1}, true);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogRank.withDefaults().testStratified(List.of(List.of(a), List.of())));
    assertThatIllegalArgumentException().isThrownBy(() -> LogRank.withDefaults().test(List.of()));
  }

  @Test
  void theRuleOfFiveNamesTheTestItUsed() {
    ContingencyTest rule = ContingencyTest.withDefaults();
    assertThat(rule.test(new long[][] {{30, 30}, {20, 40}}).method())
        .isEqualTo(ContingencyMethod.CHI_SQUARED);
    assertThat(rule.test(new long[][] {{3, 30}, {2, 40}}).method())
        .isEqualTo(ContingencyMethod.FISHER);
    ContingencyResult large = rule.test(new long[][] {{3, 30}, {2, 40}, {5, 6}});
    assertThat(large.method()).isEqualTo(ContingencyMethod.CHI_SQUARED);
    assertThat(large.warnings()).hasSize(1);
  }

  @Test
  void emptyRowsOfATableAreLeftOut() {
    ContingencyTest test = ContingencyTest.withDefaults().with(ContingencyChoice.CHI_SQUARED);
    assertThat(test.test(new long[][] {{30, 30}, {0, 0}, {20, 40}}).pValue())
        .isEqualTo(test.test(new long[][] {{30, 30}, {20, 40}}).pValue());
    ContingencyResult nothing = test.test(new long[][] {{30, 30}, {0, 0}});
    assertThat(nothing.pValue()).isEqualTo(1);
    assertThat(nothing.warnings()).isNotEmpty();
  }

  @Test
  void fishersTestRefusesLargerTables() {
    ContingencyTest fisher = ContingencyTest.withDefaults().with(ContingencyChoice.FISHER);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fisher.test(new long[][] {{1, 2}, {3, 4}, {5, 6}}))
        .withMessageContaining("2 x 2");
  }

  @Test
  void equalValuesLeaveTheRankSumTestNothingToCompare() {
    RankSumResult result =
        RankSumTest.withDefaults().test(ValueCounts.of(4, 4, 4), ValueCounts.of(4, 4));
    assertThat(result.pValue()).isEqualTo(1);
    assertThat(result.warnings()).containsExactly("all values are equal: nothing is compared");
    assertThat(RankSumTest.withDefaults().test(ValueCounts.of(), ValueCounts.of(1, 2)).warnings())
        .containsExactly("a group is empty: nothing is compared");
  }

  @Test
  void theMedianOfAnEvenNumberIsTheMidpoint() {
    assertThat(ValueCounts.ofCounts(new double[] {7, 1}, new long[] {3, 3}).median()).hasValue(4);
    assertThat(ValueCounts.of().median()).isEqualTo(OptionalDouble.empty());
  }

  @Test
  void agreementByOneClassAloneHasNoKappa() {
    KappaResult result = Agreement.withDefaults().kappa(new long[][] {{9, 0}, {0, 0}});
    assertThat(result.observed()).isEqualTo(1);
    assertThat(result.estimate()).isEmpty();
    assertThat(Agreement.withDefaults().kappa(new long[][] {{0}}).estimate()).isEmpty();
  }

  @Test
  void badCountsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SurvivalCounts.builder().add(Double.NaN, true, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SurvivalCounts.builder().add(1, true, -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SurvivalCounts.of(new double[] {1, 2}, new boolean[] {true}));
  }

  @Test
  void moreGroupsThanACovarianceHasRoomForAreRefusedWithTheRemedy() {
    List<SurvivalCounts> groups = Collections.nCopies(10_001, SurvivalCounts.empty());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogRank.withDefaults().test(groups))
        .withMessageContaining("at most 10000 are compared")
        .withMessageContaining("strata()");
  }

  @Test
  void aMillionTimesAndALongFlatEndTakeNoLongerThanTheyMust() {
    int n = 1_000_000;
    double[] time = IntStream.range(0, n).mapToDouble(i -> i / 7.0).toArray();
    boolean[] event = new boolean[n];
    Arrays.fill(event, 0, n / 4, true);

    SurvivalCurve curve = KaplanMeier.withDefaults().fit(SurvivalCounts.of(time, event));
    assertThat(curve.size()).isEqualTo(n);
    assertThat(curve.survival()[n - 1]).isCloseTo(0.75, within(1e-9));
    assertThat(curve.quantile(0.25).time().orElseThrow()).isPositive();
    assertThat(curve.median().time()).isEmpty();
  }
}
