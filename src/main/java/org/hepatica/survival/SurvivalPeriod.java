package org.hepatica.survival;

import java.util.Arrays;

/**
 * What happened between two times asked for, and the curve at the second: a row of R's {@code
 * summary(fit, times)}.
 *
 * @param end the curve at the second time, its {@code nRisk} unweighted
 * @param nEvent events after the first time, up to and at the second; unweighted
 * @param nCensor censored there; unweighted
 * @param weightAtRisk the sum of weights at risk just before the second time: R's {@code n.risk}
 * @param weightOfEvents the sum of weights of the events: R's {@code n.event}
 * @param weightCensored the sum of weights of the censored: R's {@code n.censor}
 */
public record SurvivalPeriod(
    SurvivalPoint end,
    long nEvent,
    long nCensor,
    double weightAtRisk,
    double weightOfEvents,
    double weightCensored) {

  static SurvivalPeriod of(SurvivalPoint end, RiskTable table, int from, int to, int next) {
    return new SurvivalPeriod(
        end,
        Arrays.stream(table.events(), from, to).sum(),
        Arrays.stream(table.censored(), from, to).sum(),
        table.weightAtRisk()[next],
        Arrays.stream(table.weightOfEvents(), from, to).sum(),
        Arrays.stream(table.weightCensored(), from, to).sum());
  }
}
