package org.hepatica.survival;

/**
 * The Kaplan-Meier estimator with Greenwood's variance.
 *
 * <p>{@code S(t) = product over event times s <= t of (1 - d/n)}; {@code var log S(t) = sum of d /
 * (n (n - d))}; censored at an event time counts as at risk there. As R's {@code survfit}.
 *
 * <p>Kaplan and Meier 1958, doi:10.1080/01621459.1958.10501452.
 */
public final class KaplanMeier {

  private static final KaplanMeier DEFAULTS = new KaplanMeier(ConfidenceType.LOG, 0.95);

  private final ConfidenceType type;
  private final double level;

  private KaplanMeier(ConfidenceType type, double level) {
    this.type = type;
    this.level = level;
  }

  /** Intervals of 95 % on the log scale. */
  public static KaplanMeier withDefaults() {
    return DEFAULTS;
  }

  /** The same with another scale of the confidence intervals. */
  public KaplanMeier with(ConfidenceType newType) {
    return new KaplanMeier(newType, level);
  }

  /**
   * The same with another confidence level.
   *
   * @param newLevel strictly between 0 and 1
   * @return the changed options
   * @throws IllegalArgumentException if the level is outside (0, 1)
   */
  public KaplanMeier withConfidenceLevel(double newLevel) {
    Tail.deviateFor(newLevel);
    return new KaplanMeier(type, newLevel);
  }

  /**
   * Estimates the curve.
   *
   * @param counts patients of one group; may be empty
   * @return the curve, one step for each distinct time, also those with censoring only
   */
  public SurvivalCurve fit(SurvivalCounts counts) {
    int size = counts.size();
    long[] nRisk = new long[size];
    double[] survival = new double[size];
    double[] logError = new double[size];
    long risk = counts.n();
    double product = 1;
    double variance = 0;
    for (int i = 0; i < size; i++) {
      long d = counts.events(i);
      nRisk[i] = risk;
      product *= (double) (risk - d) / risk;
      variance += d == 0 ? 0 : d / ((double) risk * (risk - d));
      survival[i] = product;
      logError[i] = Math.sqrt(variance);
      risk -= d + counts.censored(i);
    }
    return new SurvivalCurve(counts, nRisk, survival, logError, type, level);
  }
}
