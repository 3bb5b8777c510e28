package org.hepatica.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * The first small data set of Therneau and Grambsch 2000, appendix E, worked by hand as fractions.
 *
 * <p>Six patients; with r = exp(beta) the risk set is 3r + 3 at time 1 (one event, x = 1) and r + 3
 * at time 6 (two events, x = 1 and x = 0). The event at time 9 is alone.
 */
class HandWorkedTest {

  private static final Offset<Double> EXACT = within(1e-14);
  private static final double[] TIME = {9, 1, 1, 6, 6, 8};
  private static final boolean[] EVENT = {true, true, false, true, true, false};
  private static final double[][] X = {{0}, {1}, {1}, {1}, {0}, {0}};

  @Test
  void theCurveStepsThroughFiveSixthsAndFiveTwelfths() {
    SurvivalCurve curve = KaplanMeier.withDefaults().fit(SurvivalCounts.of(TIME, EVENT));

    assertThat(curve.time()).containsExactly(1, 6, 8, 9);
    assertThat(curve.nRisk()).containsExactly(6, 4, 2, 1);
    assertThat(curve.survival())
        .containsExactly(new double[] {5 / 6.0, 5 / 12.0, 5 / 12.0, 0}, EXACT);
    double error = 5 / 12.0 * Math.sqrt(1 / 30.0 + 2 / 8.0);
    assertThat(curve.at(7).orElseThrow().stdError().orElseThrow()).isCloseTo(error, EXACT);
    assertThat(curve.median().time()).hasValue(6);
  }

  @Test
  void theMeanToNineIsSeventySevenTwelfths() {
    // 1 + 5 * 5/6 + 3 * 5/12; behind time 1 lie 65/12, behind time 6 5/4.
    RestrictedMean mean =
        KaplanMeier.withDefaults()
            .fit(SurvivalCounts.of(TIME, EVENT))
            .restrictedMean(9)
            .orElseThrow();
    assertThat(mean.mean()).isCloseTo(77.0 / 12, EXACT);
    double variance = Math.pow(65.0 / 12, 2) / 30 + Math.pow(5.0 / 4, 2) / 4;
    assertThat(mean.stdError()).isCloseTo(Math.sqrt(variance), EXACT);
  }

  @Test
  void theLogRankStatisticIsTwo() {
    // x = 1 has 2 events and expects 1/2 at time 1 and 1/2 at time 6; the variance is 1/4 + 1/4.
    SurvivalCounts zero =
        SurvivalCounts.of(new double[] {9, 6, 8}, new boolean[] {true, true, false});
    SurvivalCounts one =
        SurvivalCounts.of(new double[] {1, 1, 6}, new boolean[] {true, false, true});
    LogRankResult result = LogRank.withDefaults().test(List.of(zero, one));

    assertThat(result.statistic()).isCloseTo(2, EXACT);
    assertThat(result.observed()).containsExactly(2.0, 2.0);
    assertThat(result.expected().get(1)).isCloseTo(1, EXACT);
  }

  @Test
  void fishersTeaTastingLadyHasSeventeenThirtyFifths() {
    // 3 of 4 cups right: (1 + 16) / 70, both tails.
    ContingencyResult result = ContingencyTest.withDefaults().test(new long[][] {{3, 1}, {1, 3}});
    assertThat(result.method()).isEqualTo(ContingencyMethod.FISHER);
    assertThat(result.pValue()).isCloseTo(2 * 17.0 / 70, EXACT);
  }

  @Test
  void kappaOfTwentyAndFifteenAgreementsAmongFiftyIsTwoFifths() {
    // po = 35/50, pe = 1/2.
    KappaResult result = Agreement.withDefaults().kappa(new long[][] {{20, 5}, {10, 15}});
    assertThat(result.estimate().orElseThrow().kappa()).isCloseTo(0.4, EXACT);
  }

  @Test
  void agreementOnAClassIsOfAllCallsOfIt() {
    // 25 and 30 calls of the first class, 20 of them of the same things; 25 and 20 of the second.
    long[][] counts = {{20, 5}, {10, 15}};
    Agreement agreement = Agreement.withDefaults();
    assertThat(agreement.specific(counts, 0).orElseThrow()).isCloseTo(40 / 55.0, EXACT);
    assertThat(agreement.specific(counts, 1).orElseThrow()).isCloseTo(30 / 45.0, EXACT);
    assertThat(agreement.specific(new long[][] {{9, 0}, {0, 0}}, 1)).isEmpty();
  }
}
