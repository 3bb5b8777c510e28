package org.hepatica.synthetic.plan;

import java.util.function.ToDoubleFunction;

/**
 * A covariate and the univariate hazard ratio that the allocation aims at, for recurrence-free and
 * overall survival. The aims are the printed hazard ratios, but for sex in overall survival and age
 * (nearer to 1, as their P say), the score in recurrence-free survival (1.92 printed, but then the
 * multivariate one is high in its interval), and size in the coding that a table does not use. HAI
 * and KRAS are not here: their effects are in the curves.
 */
enum Predictor {
  MARGIN(1.88, 2.30, m -> flag(m.marginPositive)),
  AGE(.998, 1.003, m -> m.age),
  SEX(.92, .84, m -> flag(m.female)),
  NUMBER(1.12, 1.12, m -> m.metastases == 0 ? Double.NaN : m.metastases),
  NODE(1.30, 1.49, m -> m.nodePositive == null ? Double.NaN : flag(m.nodePositive)),
  INTERVAL(1.50, 1.33, m -> flag(m.diseaseFreeMonths < 12)),
  SOLITARY(.65, .73, m -> m.metastases == 0 ? Double.NaN : flag(m.metastases == 1)),
  SYNCHRONOUS(1.4, .9, m -> flag(m.synchronous)),
  SIZE(1.05, 1.03, m -> m.largestCm),
  SIZE_OVER_5(1.2, 1.23, m -> flag(m.largestCm > 5)),
  SCORE_OVER_3(1.85, 1.59, m -> m.scored() ? flag(m.score() > 3) : Double.NaN),
  EXTRAHEPATIC(1.8, 2.12, m -> flag(m.extrahepatic)),
  TWO_STAGE(1.4, 1.5, m -> flag(m.twoStage));

  final double recurrenceFree;
  final double overall;
  private final ToDoubleFunction<Member> value;

  Predictor(double recurrenceFree, double overall, ToDoubleFunction<Member> value) {
    this.recurrenceFree = recurrenceFree;
    this.overall = overall;
    this.value = value;
  }

  /** The covariate as the models code it, or NaN when unknown. */
  double of(Member member) {
    return value.applyAsDouble(member);
  }

  private static double flag(boolean yes) {
    return yes ? 1 : 0;
  }
}
