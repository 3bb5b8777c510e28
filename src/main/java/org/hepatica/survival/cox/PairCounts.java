package org.hepatica.survival.cox;

import java.util.Arrays;

/**
 * For each row of one stratum, the weighted pairs it is part of: concordant, discordant, tied in
 * the predictor. In time n log n.
 */
final class PairCounts {

  private final double[] concordant;
  private final double[] discordant;
  private final double[] tied;
  private final CoxData data;
  private final int[] rows;
  private final int[] rank;
  private final double[] timeWeight;
  private final int[] time;

  /**
   * Counts.
   *
   * @param rows the stratum's rows, from the last time to the first
   * @param rank of each of these rows' predictors, ascending
   * @param timeWeight weight of the pairs of an event at each rank of time
   */
  PairCounts(CoxData data, int[] rows, int[] rank, double[] timeWeight) {
    this.data = data;
    this.rows = rows;
    this.rank = rank;
    this.timeWeight = timeWeight;
    time = data.followUp().timeRank();
    concordant = new double[rows.length];
    discordant = new double[rows.length];
    tied = new double[rows.length];
    int[] byTime = new int[rows.length];
    Arrays.setAll(byTime, i -> rows.length - 1 - i);
    int ranks = 1 + Arrays.stream(rank).max().orElse(0);
    asEarlier(byTime, new RankSums(ranks));
    asLater(byTime, new RankSums(ranks));
  }

  private double mass(int i) {
    return data.weight(rows[i]) * data.frequency(rows[i]);
  }

  private boolean event(int i) {
    return data.event(rows[i]);
  }

  private int time(int i) {
    return time[rows[i]];
  }

  private int entry(int i) {
    int[] entry = data.followUp().entryRank();
    return entry == null ? -1 : entry[rows[i]];
  }

  /** The stratum's rows by a rank, ascending. */
  private int[] sorted(int[] key) {
    long[] packed = new long[rows.length];
    Arrays.setAll(packed, i -> ((long) key[rows[i]] << 32) | i);
    Arrays.sort(packed);
    return Arrays.stream(packed).mapToInt(value -> (int) value).toArray();
  }

  /** Pairs of each event with those at risk after it, from the last time to the first. */
  private void asEarlier(int[] byTime, RankSums atRisk) {
    int[] byEntry = data.isTruncated() ? sorted(data.followUp().entryRank()) : new int[0];
    int leaving = byEntry.length - 1;
    for (int end = byTime.length - 1; end >= 0; ) {
      int now = time(byTime[end]);
      int start = end;
      for (; start >= 0 && time(byTime[start]) == now; start--) {
        if (!event(byTime[start])) {
          atRisk.add(rank[byTime[start]], mass(byTime[start]));
        }
      }
      for (; leaving >= 0 && entry(byEntry[leaving]) >= now; leaving--) {
        if (time(byEntry[leaving]) > entry(byEntry[leaving])) {
          atRisk.add(rank[byEntry[leaving]], -mass(byEntry[leaving]));
        }
      }
      for (int at = end; at > start; at--) {
        int i = byTime[at];
        if (event(i)) {
          discordant[i] += timeWeight[now] * atRisk.above(rank[i]);
          concordant[i] += timeWeight[now] * atRisk.below(rank[i]);
          tied[i] += timeWeight[now] * atRisk.at(rank[i]);
        }
      }
      for (int at = end; at > start; at--) {
        if (event(byTime[at])) {
          atRisk.add(rank[byTime[at]], mass(byTime[at]));
        }
      }
      end = start;
    }
  }

  /** Pairs of each row with the events while it was at risk, from the first time to the last. */
  private void asLater(int[] byTime, RankSums dead) {
    int[] byEntry = data.isTruncated() ? sorted(data.followUp().entryRank()) : new int[0];
    int entering = 0;
    for (int start = 0; start < byTime.length; ) {
      int now = time(byTime[start]);
      for (; entering < byEntry.length && entry(byEntry[entering]) < now; entering++) {
        addPairs(byEntry[entering], dead, -1);
      }
      int end = start;
      for (; end < byTime.length && time(byTime[end]) == now; end++) {
        if (event(byTime[end])) {
          addPairs(byTime[end], dead, 1);
        }
      }
      for (int at = start; at < end; at++) {
        if (event(byTime[at])) {
          dead.add(rank[byTime[at]], timeWeight[now] * mass(byTime[at]));
        }
      }
      for (int at = start; at < end; at++) {
        if (!event(byTime[at])) {
          addPairs(byTime[at], dead, 1);
        }
      }
      start = end;
    }
  }

  private void addPairs(int i, RankSums dead, int sign) {
    concordant[i] += sign * dead.above(rank[i]);
    discordant[i] += sign * dead.below(rank[i]);
    tied[i] += sign * dead.at(rank[i]);
  }

  /** Concordant pairs of a row of the stratum, for one subject. */
  double concordant(int i) {
    return concordant[i];
  }

  /** Its discordant pairs. */
  double discordant(int i) {
    return discordant[i];
  }

  /** Its pairs with one predictor. */
  double tied(int i) {
    return tied[i];
  }
}
