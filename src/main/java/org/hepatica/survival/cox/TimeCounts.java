package org.hepatica.survival.cox;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * How many subjects, strata and case weights apart, leave and enter at each distinct time, of all
 * times or of a range of them.
 *
 * @param times distinct, ascending
 * @param leaving how many leave at each, with the event or without
 * @param events how many leave with the event
 * @param entering how many are at risk only after it
 * @param start what there is before the first of them
 */
public record TimeCounts(
    double[] times, double[] leaving, double[] events, double[] entering, RangeStart start) {

  static TimeCounts of(CoxData data) {
    FollowUp rows = data.followUp();
    int n = rows.grid().size();
    double[] times = new double[n];
    double[] leaving = new double[n];
    double[] events = new double[n];
    double[] entering = new double[n];
    double atStart = 0;
    for (int t = 0; t < n; t++) {
      times[t] = rows.grid().time(t);
    }
    for (int i = 0; i < data.size(); i++) {
      if (rows.isEmpty(i)) {
        continue;
      }
      int time = rows.timeRank()[i];
      leaving[time] += data.frequency(i);
      events[time] += data.event(i) ? data.frequency(i) : 0;
      int entry = rows.entryRank() == null ? -1 : rows.entryRank()[i];
      if (entry < 0) {
        atStart += data.frequency(i);
      } else {
        entering[entry] += data.frequency(i);
      }
    }
    return new TimeCounts(times, leaving, events, entering, RangeStart.ofAll(atStart));
  }

  /** All times, at the first of which everybody is at risk who does not enter late. */
  public static TimeCounts ofAll(
      double[] times, double[] leaving, double[] events, double[] entering) {
    double atStart = DoubleStream.of(leaving).sum() - DoubleStream.of(entering).sum();
    return new TimeCounts(times, leaving, events, entering, RangeStart.ofAll(atStart));
  }

  /** The same times, before which there are others. */
  public TimeCounts after(RangeStart before) {
    return new TimeCounts(times, leaving, events, entering, before);
  }

  /** Kaplan-Meier's curve just after the last of these times. */
  public double lastSurvival() {
    return curve()[times.length];
  }

  /** One less Kaplan-Meier's curve just before each time. */
  double[] fallen() {
    double[] curve = curve();
    double[] scale = new double[times.length];
    Arrays.setAll(scale, t -> 1 - curve[t]);
    return scale;
  }

  /** Kaplan-Meier's curve just before each time, then after the last. */
  private double[] curve() {
    double[] curve = new double[times.length + 1];
    double atRisk = start.atRisk();
    curve[0] = start.survival();
    for (int t = 0; t < times.length; t++) {
      double kept = events[t] == 0 ? 1 : (atRisk - events[t]) / atRisk;
      curve[t + 1] = curve[t] * kept;
      atRisk += entering[t] - leaving[t];
    }
    return curve;
  }
}
