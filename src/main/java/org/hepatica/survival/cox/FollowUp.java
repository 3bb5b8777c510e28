package org.hepatica.survival.cox;

import java.util.Arrays;

/**
 * What {@link CoxData} knows of each row apart from covariates. Immutable; arrays are not copied.
 *
 * @param time end of follow-up
 * @param entry its start, exclusive; null if every row is at risk from the beginning
 * @param event whether it ended with the event
 * @param frequency identical subjects
 * @param weight case weights; null if all are 1
 * @param offset known part of the linear predictor; null if all are 0
 * @param stratum baseline hazard of its own
 * @param cluster rows that are not independent of each other; null if all are
 * @param grid the distinct times
 * @param timeRank rank of the time on the grid
 * @param entryRank rank of the entry; null if there is none
 */
record FollowUp(
    double[] time,
    double[] entry,
    boolean[] event,
    long[] frequency,
    double[] weight,
    double[] offset,
    int[] stratum,
    int[] cluster,
    TimeGrid grid,
    int[] timeRank,
    int[] entryRank) {

  static FollowUp of(double[] time, boolean[] event) {
    requireLength("event", time.length, event.length);
    requireFinite("time", time);
    long[] ones = new long[time.length];
    Arrays.fill(ones, 1);
    TimeGrid grid = TimeGrid.of(time, null);
    int[] rank = grid.ranks(time);
    int[] stratum = new int[time.length];
    return new FollowUp(time, null, event, ones, null, null, stratum, null, grid, rank, null);
  }

  FollowUp withEntry(double[] newEntry) {
    requireLength("entry", time.length, newEntry.length);
    for (int i = 0; i < newEntry.length; i++) {
      if (Double.isNaN(newEntry[i]) || newEntry[i] == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException("entry " + i + " is not a time: " + newEntry[i]);
      }
    }
    TimeGrid both = TimeGrid.of(time, newEntry);
    int[] rank = both.ranks(time);
    int[] from = both.ranks(newEntry);
    return new FollowUp(
        time, newEntry, event, frequency, weight, offset, stratum, cluster, both, rank, from);
  }

  FollowUp withFrequency(long[] frequencies) {
    requireLength("frequency", time.length, frequencies.length);
    if (Arrays.stream(frequencies).anyMatch(f -> f < 0)) {
      throw new IllegalArgumentException("a frequency must be at least 0");
    }
    return new FollowUp(
        time,
        entry,
        event,
        frequencies,
        weight,
        offset,
        stratum,
        cluster,
        grid,
        timeRank,
        entryRank);
  }

  FollowUp withWeight(double[] weights) {
    requireLength("weight", time.length, weights.length);
    requireFinite("weight", weights);
    if (Arrays.stream(weights).anyMatch(w -> w <= 0)) {
      throw new IllegalArgumentException("a case weight must be greater than 0");
    }
    return new FollowUp(
        time, entry, event, frequency, weights, offset, stratum, cluster, grid, timeRank,
        entryRank);
  }

  FollowUp withOffset(double[] offsets) {
    requireLength("offset", time.length, offsets.length);
    requireFinite("offset", offsets);
    return new FollowUp(
        time, entry, event, frequency, weight, offsets, stratum, cluster, grid, timeRank,
        entryRank);
  }

  FollowUp withStratum(int[] strata) {
    requireLength("stratum", time.length, strata.length);
    return new FollowUp(
        time, entry, event, frequency, weight, offset, strata, cluster, grid, timeRank, entryRank);
  }

  FollowUp withCluster(int[] clusters) {
    requireLength("cluster", time.length, clusters.length);
    return new FollowUp(
        time, entry, event, frequency, weight, offset, stratum, clusters, grid, timeRank,
        entryRank);
  }

  /** Whether a row's interval (entry, time] is empty. */
  boolean isEmpty(int row) {
    return entryRank != null && entryRank[row] >= timeRank[row];
  }

  static void requireLength(String what, int expected, int actual) {
    if (expected != actual) {
      throw new IllegalArgumentException(
          what + ": expected " + expected + " entries, found " + actual);
    }
  }

  static void requireFinite(String what, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(what + " " + i + " is not finite: " + values[i]);
      }
    }
  }
}
