package org.hepatica.survival.cox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.hepatica.survival.WaldEstimate;
import org.junit.jupiter.api.Test;

/**
 * The first small data set of Therneau and Grambsch 2000, appendix E, worked by hand as fractions.
 *
 * <p>Six patients; with r = exp(beta) the risk set is 3r + 3 at time 1 (one event, x = 1) and r + 3
 * at time 6 (two events, x = 1 and x = 0). The event at time 9 is alone.
 */
class CoxHandWorkedTest {

  private static final Offset<Double> EXACT = within(1e-14);
  private static final double[] TIME = {9, 1, 1, 6, 6, 8};
  private static final boolean[] EVENT = {true, true, false, true, true, false};
  private static final double[][] X = {{0}, {1}, {1}, {1}, {0}, {0}};

  private static CoxFit fit(Ties ties) {
    return CoxRegression.withDefaults().with(ties).fit(CoxData.of(TIME, EVENT, X, List.of("x")));
  }

  @Test
  void breslowsMaximumIsTheRootOfAQuadratic() {
    // U = 2 - r / (r + 1) - 2 r / (r + 3) is 0 where r^2 - 3 r - 6 is.
    double r = (3 + Math.sqrt(33)) / 2;
    CoxFit fit = fit(Ties.BRESLOW);
    WaldEstimate x = fit.coefficient("x").estimate().orElseThrow();

    assertThat(x.coefficient()).isCloseTo(Math.log(r), EXACT);
    double information = r / Math.pow(r + 1, 2) + 6 * r / Math.pow(r + 3, 2);
    assertThat(x.stdError()).isCloseTo(Math.sqrt(1 / information), within(1e-12));
    double maximum = 2 * Math.log(r) - Math.log(3 * r + 3) - 2 * Math.log(r + 3);
    assertThat(fit.logLikelihood()).isCloseTo(maximum, EXACT);
  }

  @Test
  void breslowsScoreTestIsEightFifths() {
    // At r = 1: U = 2 - 1/2 - 2/4 = 1 and I = 1/4 + 6/16 = 5/8.
    CoxFit fit = fit(Ties.BRESLOW);
    assertThat(fit.score().statistic()).isCloseTo(8.0 / 5, EXACT);
    assertThat(fit.logLikelihoodNull()).isCloseTo(-Math.log(6) - 2 * Math.log(4), EXACT);
  }

  @Test
  void efronsMaximumIsTheRootOfACubic() {
    // U = 2 - r / (r + 1) - r / (r + 3) - r / (r + 5) is 0 where r^3 - 23 r - 30 is.
    double angle = Math.acos(45.0 / 23 * Math.sqrt(3.0 / 23)) / 3;
    double r = 2 * Math.sqrt(23.0 / 3) * Math.cos(angle);
    CoxFit fit = fit(Ties.EFRON);
    WaldEstimate x = fit.coefficient("x").estimate().orElseThrow();

    assertThat(x.coefficient()).isCloseTo(Math.log(r), EXACT);
    double information =
        r / Math.pow(r + 1, 2) + 3 * r / Math.pow(r + 3, 2) + 5 * r / Math.pow(r + 5, 2);
    assertThat(x.stdError()).isCloseTo(Math.sqrt(1 / information), within(1e-12));
    double maximum =
        2 * Math.log(r) - Math.log(3 * r + 3) - Math.log(r + 3) - Math.log((r + 5) / 2);
    assertThat(fit.logLikelihood()).isCloseTo(maximum, EXACT);
  }

  @Test
  void efronsScoreTestIsAHundredAndSixtyNineEightyThirds() {
    // At r = 1: U = 2 - 1/2 - 1/4 - 1/6 = 13/12 and I = 1/4 + 3/16 + 5/36 = 83/144.
    CoxFit fit = fit(Ties.EFRON);
    assertThat(fit.score().statistic()).isCloseTo(169.0 / 83, EXACT);
    assertThat(fit.logLikelihoodNull()).isCloseTo(-Math.log(6) - Math.log(12), EXACT);
  }

  @Test
  void breslowsMartingaleResidualsAreEventsLessTheStepsOfTheHazard() {
    // The hazard steps by 1/(3r + 3) at time 1, 2/(r + 3) at time 6 and 1 at time 9.
    double r = (3 + Math.sqrt(33)) / 2;
    double one = 1 / (3 * r + 3);
    double six = one + 2 / (r + 3);
    CoxData data = CoxData.of(TIME, EVENT, X, List.of("x"));
    double[] residuals = CoxResiduals.of(data, fit(Ties.BRESLOW)).martingale();
    double[] expected = {-six, 1 - r * one, -r * one, 1 - r * six, 1 - six, -six};
    assertThat(residuals).containsExactly(expected, EXACT);
  }

  @Test
  void exactTiesCompareThePairOfTimeSixWithAllPairs() {
    // Pairs among r, 1, 1, 1: three of r and three of 1; U = 2 - r / (r + 1) - r / (r + 1).
    // It is positive for all r: the coefficient runs to infinity.
    CoxFit fit = fit(Ties.EXACT);
    assertThat(fit.logLikelihoodNull()).isCloseTo(-Math.log(6) - Math.log(6), within(1e-12));
    assertThat(fit.score().statistic()).isCloseTo(2, within(1e-12));
    assertThat(fit.coefficient("x").status()).isEqualTo(CoefficientStatus.TO_PLUS_INFINITY);
  }

  @Test
  void harrellsConcordanceCountsPairsByHand() {
    // Time 1 (x = 1): with the censored at 1 tied, with 6 (x = 1) tied, with with the three x = 0
    // concordant; at 6 the x = 1 has two concordant, the x = 0 two tied.
    CoxData data = CoxData.of(TIME, EVENT, X, List.of("x"));
    double[] x = {0, 1, 1, 1, 0, 0};
    ConcordanceResult result = Concordance.withDefaults().of(data, x).orElseThrow();
    assertThat(result.concordant()).isEqualTo(5);
    assertThat(result.discordant()).isZero();
    assertThat(result.tiedPredictor()).isEqualTo(4);
    assertThat(result.estimate()).isCloseTo(7.0 / 9, EXACT);
  }
}
