package org.hepatica.survival;

import java.util.ArrayList;
import java.util.List;

/**
 * The Kaplan-Meier estimator.
 *
 * <p>{@code S(t) = product over event times s <= t of (1 - d/n)}, d and n sums of weights; who is
 * censored at an event time counts as at risk there, who enters at it does not. Greenwood's
 * variance, {@code var log S(t) = sum of d / (n (n - d))}, or the infinitesimal jackknife: {@link
 * CurveVariance}. As R's {@code survfit}.
 *
 * <p>With late entries the risk set can be small at the beginning and empty in between: a curve
 * that reached 0 stays there, and the curve says so in its warnings.
 *
 * <p>Kaplan and Meier 1958, doi:10.1080/01621459.1958.10501452.
 */
public final class KaplanMeier {

  private static final KaplanMeier DEFAULTS =
      new KaplanMeier(ConfidenceType.LOG, 0.95, CurveVariance.AUTOMATIC);

  private final ConfidenceType type;
  private final double level;
  private final CurveVariance variance;

  private KaplanMeier(ConfidenceType type, double level, CurveVariance variance) {
    this.type = type;
    this.level = level;
    this.variance = variance;
  }

  /** Intervals of 95 % on the log scale; the variance that R would take. */
  public static KaplanMeier withDefaults() {
    return DEFAULTS;
  }

  /** The same with another scale of the confidence intervals. */
  public KaplanMeier with(ConfidenceType newType) {
    return new KaplanMeier(newType, level, variance);
  }

  /** The same with another variance. */
  public KaplanMeier with(CurveVariance newVariance) {
    return new KaplanMeier(type, level, newVariance);
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
    return new KaplanMeier(type, newLevel, variance);
  }

  /**
   * Estimates the curve.
   *
   * @param counts patients of one group; may be empty
   * @return the curve, one step for each time at which someone leaves, also those with censoring
   *     only
   * @throws IllegalArgumentException if robust variance is asked of left-truncated counts
   */
  public SurvivalCurve fit(SurvivalCounts counts) {
    return fit(WeightedCounts.of(counts));
  }

  /**
   * Estimates the curve of weighted rows.
   *
   * @param counts rows of one group; may be empty
   * @return the curve
   * @throws IllegalArgumentException if robust variance is asked, or needed for fractional weights,
   *     of left-truncated sums: it is a matter of {@link SurvivalRows}
   */
  public SurvivalCurve fit(WeightedCounts counts) {
    boolean robust = isRobust(counts.hasFractionalWeight());
    if (robust && counts.isTruncated()) {
      throw new IllegalArgumentException(
          "the robust variance of left-truncated rows needs the rows: fit SurvivalRows, or choose"
              + " CurveVariance.GREENWOOD");
    }
    RiskTable table = RiskTable.of(counts);
    double[] survival = survival(table);
    return curve(
        table,
        survival,
        robust ? Jackknife.ofCounts(counts, table, survival) : greenwood(table, survival),
        robust ? CurveVariance.ROBUST : CurveVariance.GREENWOOD,
        warnings(table, survival));
  }

  /**
   * Estimates the curve of rows, clustered or not.
   *
   * @param rows of one group; may be empty
   * @return the curve
   */
  public SurvivalCurve fit(SurvivalRows rows) {
    WeightedCounts counts = rows.counts();
    RiskTable table = RiskTable.of(counts);
    double[] survival = survival(table);
    boolean robust = isRobust(counts.hasFractionalWeight() || rows.isClustered());
    List<String> warnings = warnings(table, survival);
    if (rows.dropped() > 0) {
      warnings.add(rows.dropped() + " rows end at or before their entry and are left out");
    }
    if (rows.isClustered() && !robust) {
      warnings.add("Greenwood's variance takes no notice of the clusters");
    }
    return curve(
        table,
        survival,
        robust ? Jackknife.ofRows(rows, table, survival) : greenwood(table, survival),
        robust ? CurveVariance.ROBUST : CurveVariance.GREENWOOD,
        warnings);
  }

  private boolean isRobust(boolean needed) {
    return variance == CurveVariance.ROBUST || variance == CurveVariance.AUTOMATIC && needed;
  }

  private SurvivalCurve curve(
      RiskTable table,
      double[] survival,
      double[] stdError,
      CurveVariance used,
      List<String> warnings) {
    CurveBand band = CurveBand.of(survival, stdError, type, level);
    return new SurvivalCurve(table, survival, stdError, band, used, warnings);
  }

  private static double[] survival(RiskTable table) {
    double[] survival = new double[table.size()];
    double product = 1;
    for (int i = 0; i < survival.length; i++) {
      double n = table.weightAtRisk()[i];
      double d = table.weightOfEvents()[i];
      if (d > 0) {
        product = table.allHaveTheEvent(i) ? 0 : product * ((n - d) / n);
      }
      survival[i] = product;
    }
    return survival;
  }

  /** Greenwood's standard errors of S; NaN where S = 0. */
  private static double[] greenwood(RiskTable table, double[] survival) {
    double[] stdError = new double[survival.length];
    double sum = 0;
    for (int i = 0; i < survival.length; i++) {
      sum += table.greenwood(i);
      stdError[i] = survival[i] == 0 ? Double.NaN : survival[i] * Math.sqrt(sum);
    }
    return stdError;
  }

  private static List<String> warnings(RiskTable table, double[] survival) {
    List<String> warnings = new ArrayList<>();
    if (table.size() > 0 && table.time()[0] < 0) {
      warnings.add(FollowUpTimes.BEFORE_ZERO);
    }
    if (table.emptied().length > 0) {
      warnings.add(
          "nobody was at risk for a while before others entered, "
              + table.emptied().length
              + " times, first after "
              + table.emptied()[0]);
    }
    for (int i = 0; i < survival.length - 1; i++) {
      if (survival[i] == 0) {
        double time = table.time()[i];
        warnings.add("all at risk at " + time + " had the event: the curve stays at 0 from there");
        break;
      }
    }
    return warnings;
  }
}
