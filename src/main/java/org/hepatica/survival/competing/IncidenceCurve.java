package org.hepatica.survival.competing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hepatica.survival.ConfidenceType;
import org.hepatica.survival.FollowUpTimes;
import org.hepatica.survival.Tail;

/**
 * The cumulative incidence of a cause: one step for each time with an event of it. Immutable;
 * arrays are copies.
 */
public final class IncidenceCurve {

  private final int cause;
  private final CompetingCounts counts;
  private final double[] time;
  private final double[] estimate;
  private final double[] variance;
  private final double level;

  IncidenceCurve(
      int cause,
      CompetingCounts counts,
      double[] time,
      double[] estimate,
      double[] variance,
      double level) {
    this.cause = cause;
    this.counts = counts;
    this.time = time;
    this.estimate = estimate;
    this.variance = variance;
    this.level = level;
  }

  /** The cause, from 1. */
  public int cause() {
    return cause;
  }

  /** Patients of the group. */
  public long n() {
    return counts.n();
  }

  /** Events of the cause. */
  public long events() {
    return counts.total(cause);
  }

  /** The times of its events, ascending. */
  public double[] time() {
    return time.clone();
  }

  /** Cumulative incidence at each time. */
  public double[] estimate() {
    return estimate.clone();
  }

  /** The variance of the cumulative incidence at each time. */
  public double[] variance() {
    return variance.clone();
  }

  /** The last follow-up, whatever ended it; empty for an empty group. */
  public OptionalDouble lastFollowUp() {
    return counts.size() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(counts.time(counts.size() - 1));
  }

  /** What makes the curve mean less than it seems, in words; empty as a rule. */
  public List<String> warnings() {
    return counts.size() > 0 && counts.time(0) < 0 ? List.of(FollowUpTimes.BEFORE_ZERO) : List.of();
  }

  /**
   * The curve at a time, as R's {@code cmprsk::timepoints}.
   *
   * @param when any time
   * @return the point, 0 before the first event; empty past the last follow-up, where nothing is
   *     known
   */
  public Optional<IncidencePoint> at(double when) {
    if (!(when <= lastFollowUp().orElse(Double.NaN))) {
      return Optional.empty();
    }
    int found = Arrays.binarySearch(time, when + 0.0);
    int step = found >= 0 ? found : -found - 2;
    return Optional.of(step < 0 ? IncidencePoint.none(when) : point(when, step));
  }

  private IncidencePoint point(double when, int i) {
    double stdError = Math.sqrt(variance[i]);
    double z = Tail.deviateFor(level);
    return new IncidencePoint(
        when, estimate[i], stdError, bound(i, stdError, -z), bound(i, stdError, z));
  }

  private OptionalDouble bound(int i, double stdError, double z) {
    // At F = 1 log(-log F) has no value.
    double bound = ConfidenceType.LOG_LOG.bound(estimate[i], stdError / estimate[i], z);
    return Double.isNaN(bound) ? OptionalDouble.empty() : OptionalDouble.of(bound);
  }
}
