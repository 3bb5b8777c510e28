package org.hepatica.survival;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * An estimated survival curve: one step for each distinct time. Immutable; arrays are copies.
 *
 * <p>Standard errors are of S, not of log S. In the arrays a value that does not exist (the
 * standard error at S = 0, a bound the confidence type does not define) is NaN; in records it is an
 * empty optional.
 */
public final class SurvivalCurve {

  private final SurvivalCounts counts;
  private final double[] time;
  private final long[] nRisk;
  private final double[] survival;
  private final double[] logError;
  private final double[] low;
  private final double[] high;
  private final ConfidenceType type;
  private final double level;

  SurvivalCurve(
      SurvivalCounts counts,
      long[] nRisk,
      double[] survival,
      double[] logError,
      ConfidenceType type,
      double level) {
    this.counts = counts;
    this.time = IntStream.range(0, counts.size()).mapToDouble(counts::time).toArray();
    this.nRisk = nRisk;
    this.survival = survival;
    this.logError = logError;
    this.type = type;
    this.level = level;
    double z = Tail.deviateFor(level);
    this.low = bounds(-z);
    this.high = bounds(z);
  }

  private double[] bounds(double z) {
    // At S = 0 the standard error is infinite and the transforms disagree on what that means.
    return IntStream.range(0, size())
        .mapToDouble(i -> survival[i] == 0 ? Double.NaN : type.bound(survival[i], logError[i], z))
        .toArray();
  }

  /** All patients. */
  public long n() {
    return counts.n();
  }

  /** All events. */
  public long events() {
    return counts.totalEvents();
  }

  /** The number of steps. */
  public int size() {
    return counts.size();
  }

  /** The scale of the intervals. */
  public ConfidenceType confidenceType() {
    return type;
  }

  /** The level of the intervals. */
  public double confidenceLevel() {
    return level;
  }

  /** Distinct times, ascending. */
  public double[] time() {
    return time.clone();
  }

  /** Patients at risk just before each time. */
  public long[] nRisk() {
    return nRisk.clone();
  }

  /** Events at each time. */
  public long[] nEvent() {
    return IntStream.range(0, size()).mapToLong(counts::events).toArray();
  }

  /** Censored at each time. */
  public long[] nCensor() {
    return IntStream.range(0, size()).mapToLong(counts::censored).toArray();
  }

  /** S at each time. */
  public double[] survival() {
    return survival.clone();
  }

  /** Standard error of S at each time; NaN where S = 0. */
  public double[] stdError() {
    return IntStream.range(0, size()).mapToDouble(this::stdError).toArray();
  }

  /** Lower confidence bounds; NaN where undefined. */
  public double[] confLow() {
    return low.clone();
  }

  /** Upper confidence bounds; NaN where undefined. */
  public double[] confHigh() {
    return high.clone();
  }

  /** The last follow-up; empty for an empty group. */
  public OptionalDouble lastFollowUp() {
    return size() == 0 ? OptionalDouble.empty() : OptionalDouble.of(time[size() - 1]);
  }

  /**
   * The curve at a time, as R's {@code summary(fit, times)}.
   *
   * @param when any time
   * @return the point, or empty past the last follow-up, where nothing is known
   */
  public Optional<SurvivalPoint> at(double when) {
    if (size() == 0 || !(when <= time[size() - 1])) {
      return Optional.empty();
    }
    int next = firstAtOrAfter(when);
    int step = time[next] == when ? next : next - 1;
    return Optional.of(step < 0 ? beforeFirst(when) : point(when, nRisk[next], step));
  }

  /** The time when half of the patients have had the event. */
  public SurvivalQuantile median() {
    return quantile(0.5);
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
    return new SurvivalQuantile(
        p,
        CurveCrossing.find(time, survival, p),
        CurveCrossing.find(time, low, p),
        CurveCrossing.find(time, high, p));
  }

  /**
   * The mean survival time up to a horizon, {@code integral of S}, its variance the sum over event
   * times of {@code (area from there to the horizon)^2 d / (n (n - d))}, as R's {@code print(fit,
   * rmean = horizon)}. A last step to 0 adds no variance.
   *
   * @param horizon end of the area
   * @return mean and standard error; empty for an empty group
   * @throws IllegalArgumentException if the horizon is before time 0 or not finite
   */
  public Optional<RestrictedMean> restrictedMean(double horizon) {
    if (!(horizon >= 0) || Double.isInfinite(horizon)) {
      throw new IllegalArgumentException("a horizon is finite and not before time 0: " + horizon);
    }
    if (size() == 0) {
      return Optional.empty();
    }
    double area = 0;
    double variance = 0;
    double end = horizon;
    for (int i = size() - 1; i >= 0; i--) {
      if (time[i] <= horizon) {
        area += (end - time[i]) * survival[i];
        variance += area * area * greenwoodTerm(i);
        end = time[i];
      }
    }
    // Before the first time S is 1: from time 0, or on to it where times are negative.
    double mean = end + area;
    double last = time[size() - 1];
    return Optional.of(new RestrictedMean(horizon, mean, Math.sqrt(variance), last));
  }

  private double greenwoodTerm(int i) {
    double left = (double) nRisk[i] - counts.events(i);
    return left == 0 ? 0 : counts.events(i) / (nRisk[i] * left);
  }

  private int firstAtOrAfter(double wanted) {
    int found = Arrays.binarySearch(time, wanted + 0.0);
    return found >= 0 ? found : -found - 1;
  }

  private double stdError(int i) {
    return survival[i] == 0 ? Double.NaN : survival[i] * logError[i];
  }

  private SurvivalPoint beforeFirst(double when) {
    OptionalDouble one = OptionalDouble.of(1);
    return new SurvivalPoint(when, n(), 1, OptionalDouble.of(0), one, one);
  }

  private SurvivalPoint point(double when, long atRisk, int i) {
    return new SurvivalPoint(
        when, atRisk, survival[i], present(stdError(i)), present(low[i]), present(high[i]));
  }

  private static OptionalDouble present(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
