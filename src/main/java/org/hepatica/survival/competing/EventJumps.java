package org.hepatica.survival.competing;

import java.util.stream.IntStream;

/**
 * The jumps of the baseline hazard of the subdistribution. Arrays are not copied.
 *
 * @param time of the events of the cause, ascending
 * @param log logarithm of each jump, where all standardised columns are 0
 * @param lastFollowUp whatever ended it
 */
public record EventJumps(double[] time, double[] log, double lastFollowUp) {

  static EventJumps of(SubdistributionSums sums) {
    int[] at = IntStream.range(0, sums.events.length).filter(k -> sums.events[k] > 0).toArray();
    double[] time = new double[at.length];
    double[] log = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      time[i] = sums.rows.time[at[i]];
      log[i] = Math.log(sums.events[at[i]] / sums.total[at[i]]) - sums.shift;
    }
    return new EventJumps(time, log, sums.rows.time[sums.rows.time.length - 1]);
  }
}
