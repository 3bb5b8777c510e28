package org.hepatica.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An estimated survival curve: one step for each time at which someone leaves. Immutable; arrays
 * are copies.
 *
 * <p>Standard errors are of S, not of log S. In the arrays a value that does not exist (the
 * standard error at S = 0, a bound the confidence type does not define) is NaN; in records it is an
 * empty optional.
 */
public final class SurvivalCurve {

  private static final double HALF = 0.5;

  private final RiskTable table;
  private final double[] survival;
  private final double[] stdError;
  private final CurveBand band;
  private final CurveVariance variance;
  private final List<String> warnings;

  SurvivalCurve(
      RiskTable table,
      double[] survival,
      double[] stdError,
      CurveBand band,
      CurveVariance variance,
      List<String> warnings) {
    this.table = table;
    this.survival = survival;
    this.stdError = stdError;
    this.band = band;
    this.variance = variance;
    this.warnings = List.copyOf(warnings);
  }

  /** All patients. */
  public long n() {
    return Arrays.stream(table.events()).sum() + Arrays.stream(table.censored()).sum();
  }

  /** All events. */
  public long events() {
    return Arrays.stream(table.events()).sum();
  }

  /** The number of steps. */
  public int size() {
    return table.size();
  }

  /** The scale of the intervals. */
  public ConfidenceType confidenceType() {
    return band.type();
  }

  /** The level of the intervals. */
  public double confidenceLevel() {
    return band.level();
  }

  /** The variance that was taken: Greenwood's or robust. */
  public CurveVariance variance() {
    return variance;
  }

  /** What makes the curve mean less than it seems, in words; empty as a rule. */
  public List<String> warnings() {
    return warnings;
  }

  /** Distinct times at which someone leaves, ascending. */
  public double[] time() {
    return table.time().clone();
  }

  /** Patients at risk just before each time, unweighted. */
  public long[] nRisk() {
    return table.atRisk().clone();
  }

  /** Events at each time, unweighted. */
  public long[] nEvent() {
    return table.events().clone();
  }

  /** Censored at each time, unweighted. */
  public long[] nCensor() {
    return table.censored().clone();
  }

  /** The sum of weights at risk just before each time: R's {@code n.risk}. */
  public double[] weightAtRisk() {
    return table.weightAtRisk().clone();
  }

  /** The sum of weights of the events at each time: R's {@code n.event}. */
  public double[] weightOfEvents() {
    return table.weightOfEvents().clone();
  }

  /** The sum of weights of the censored at each time: R's {@code n.censor}. */
  public double[] weightCensored() {
    return table.weightCensored().clone();
  }

  /** S at each time. */
  public double[] survival() {
    return survival.clone();
  }

  /** Standard error of S at each time; Greenwood's is NaN where S = 0. */
  public double[] stdError() {
    return stdError.clone();
  }

  /** Lower confidence bounds; NaN where undefined. */
  public double[] confLow() {
    return band.low().clone();
  }

  /** Upper confidence bounds; NaN where undefined. */
  public double[] confHigh() {
    return band.high().clone();
  }

  /** The last follow-up; empty for an empty group. */
  public OptionalDouble lastFollowUp() {
    return size() == 0 ? OptionalDouble.empty() : OptionalDouble.of(table.time()[size() - 1]);
  }

  /**
   * The curve at a time, as R's {@code summary(fit, times)}.
   *
   * @param when any time
   * @return the point, or empty past the last follow-up, where nothing is known
   */
  public Optional<SurvivalPoint> at(double when) {
    if (size() == 0 || !(when <= table.time()[size() - 1])) {
      return Optional.empty();
    }
    long atRisk = table.atRisk()[firstAtOrAfter(when)];
    int step = lastAtOrBefore(when);
    if (step < 0) {
      OptionalDouble one = hasBand() ? OptionalDouble.of(1) : OptionalDouble.empty();
      return Optional.of(new SurvivalPoint(when, atRisk, 1, OptionalDouble.of(0), one, one));
    }
    return Optional.of(
        new SurvivalPoint(
            when,
            atRisk,
            survival[step],
            present(stdError[step]),
            present(band.low()[step]),
            present(band.high()[step])));
  }

  /**
   * The curve at times, with what happened since the time before, as R's {@code summary(fit,
   * times)}: events and censored are those after the time before, up to and at the time.
   *
   * @param times in any order
   * @return one row for each time up to the last follow-up, ascending
   */
  public List<SurvivalPeriod> periods(double... times) {
    List<SurvivalPeriod> periods = new ArrayList<>();
    int from = 0;
    for (double when : Arrays.stream(times).sorted().toArray()) {
      Optional<SurvivalPoint> point = at(when);
      if (point.isPresent()) {
        int to = lastAtOrBefore(when) + 1;
        periods.add(SurvivalPeriod.of(point.get(), table, from, to, firstAtOrAfter(when)));
        from = to;
      }
    }
    return periods;
  }

  /**
   * The time when half of the patients have had the event, as R's {@code print(fit)}: where curve
   * and bounds are first below 1/2.
   */
  public SurvivalQuantile median() {
    double[] time = table.time();
    return new SurvivalQuantile(
        HALF,
        CurveCrossing.first(time, survival, HALF),
        hasBand() ? CurveCrossing.first(time, band.low(), HALF) : OptionalDouble.empty(),
        hasBand() ? CurveCrossing.first(time, band.high(), HALF) : OptionalDouble.empty());
  }

  /**
   * The time by which a share has had the event, as R's {@code quantile(fit, p)}: where the curve
   * is flat at exactly 1 - p, the midpoint of the flat piece.
   *
   * @param p the share, from 0 to 1
   * @return the quantile with its interval
   * @throws IllegalArgumentException if p is outside [0, 1]
   */
  public SurvivalQuantile quantile(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("a quantile's probability lies in [0, 1]: " + p);
    }
    double[] time = table.time();
    return new SurvivalQuantile(
        p,
        CurveCrossing.find(time, survival, p),
        hasBand() ? CurveCrossing.find(time, band.low(), p) : OptionalDouble.empty(),
        hasBand() ? CurveCrossing.find(time, band.high(), p) : OptionalDouble.empty());
  }

  private boolean hasBand() {
    return band.type() != ConfidenceType.NONE;
  }

  /**
   * The mean survival time up to a horizon, {@code integral of S}, its variance the sum over event
   * times of {@code (area from there to the horizon)^2 d / (n (n - d))}, as R's {@code print(fit,
   * rmean = horizon)}. A last step to 0 adds no variance. As in R the variance is Greenwood's, also
   * where that of the curve is robust.
   *
   * @param horizon end of the area
   * @return mean and standard error; empty for an empty group
   * @throws IllegalArgumentException if the horizon is before time 0 or not finite
   */
  public Optional<RestrictedMean> restrictedMean(double horizon) {
    if (!(horizon >= 0) || Double.isInfinite(horizon)) {
      throw new IllegalArgumentException("a horizon is finite and not before time 0: " + horizon);
    }
    return size() == 0
        ? Optional.empty()
        : Optional.of(RestrictedMean.of(table, survival, horizon));
  }

  private int firstAtOrAfter(double wanted) {
    int found = Arrays.binarySearch(table.time(), wanted + 0.0);
    return found >= 0 ? found : -found - 1;
  }

  private int lastAtOrBefore(double wanted) {
    int found = Arrays.binarySearch(table.time(), wanted + 0.0);
    return found >= 0 ? found : -found - 2;
  }

  private static OptionalDouble present(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
