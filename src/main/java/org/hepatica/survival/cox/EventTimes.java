package org.hepatica.survival.cox;

import java.util.Arrays;

/**
 * The event times of all strata, numbered stratum by stratum from the last to the first, and at
 * which of them each row is at risk. Immutable.
 */
final class EventTimes {

  private final int[] order;
  private final int[] last;
  private final int[] first;
  private final int[] stratum;
  private final double[] time;
  private final boolean[] isFirst;

  private EventTimes(
      int[] order, int[] last, int[] first, int[] stratum, double[] time, boolean[] isFirst) {
    this.order = order;
    this.last = last;
    this.first = first;
    this.stratum = stratum;
    this.time = time;
    this.isFirst = isFirst;
  }

  static EventTimes of(CoxData data) {
    int[] order = TimeOrder.of(data);
    int n = data.size();
    FollowUp rows = data.followUp();
    int[] events = deaths(data, order);
    int count = events.length;
    int[] stratum = Arrays.stream(events).map(data::stratum).toArray();
    int[] rank = Arrays.stream(events).map(i -> rows.timeRank()[i]).toArray();
    boolean[] isFirst = new boolean[count];
    for (int e = 0; e < count; e++) {
      isFirst[e] = e == count - 1 || stratum[e + 1] != stratum[e];
    }
    int[] last = new int[n];
    int[] first = new int[n];
    place(data, order, stratum, rank, last, first);
    double[] time = Arrays.stream(rank).mapToDouble(rows.grid()::time).toArray();
    int[] atRisk =
        Arrays.stream(order)
            .filter(row -> data.frequency(row) > 0 && last[row] <= first[row])
            .toArray();
    return new EventTimes(atRisk, last, first, stratum, time, isFirst);
  }

  /** Finds the run of event times of each row, going through rows and event times together. */
  private static void place(
      CoxData data, int[] order, int[] stratum, int[] rank, int[] last, int[] first) {
    FollowUp rows = data.followUp();
    int from = 0;
    int to = 0;
    int at = 0;
    for (int i = 0; i < order.length; i++) {
      int row = order[i];
      if (i == 0 || data.stratum(row) != data.stratum(order[i - 1])) {
        from = to;
        while (to < rank.length && stratum[to] == data.stratum(row)) {
          to++;
        }
        at = from;
      }
      while (at < to && rank[at] > rows.timeRank()[row]) {
        at++;
      }
      last[row] = at;
      first[row] =
          rows.entryRank() == null ? to - 1 : before(rank, from, to, rows.entryRank()[row]);
    }
  }

  /** One row with an event for each event time, in order. */
  private static int[] deaths(CoxData data, int[] order) {
    int[] rank = data.followUp().timeRank();
    int[] found = new int[order.length];
    int size = 0;
    for (int row : order) {
      if (data.event(row) && data.frequency(row) > 0) {
        boolean tied =
            size > 0
                && data.stratum(found[size - 1]) == data.stratum(row)
                && rank[found[size - 1]] == rank[row];
        if (!tied) {
          found[size++] = row;
        }
      }
    }
    return Arrays.copyOf(found, size);
  }

  /** The number of the earliest event time after an entry: ranks fall within [from, to). */
  private static int before(int[] rank, int from, int to, int entry) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rank[middle] > entry) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /** The rows at risk at some event time: by stratum, from the last time to the first. */
  int[] order() {
    return order;
  }

  /** The number of event times. */
  int size() {
    return time.length;
  }

  /** The last event time at which a row of the data is at risk. */
  int last(int row) {
    return last[row];
  }

  /** The first event time at which a row of the data is at risk; less than the last if none. */
  int first(int row) {
    return first[row];
  }

  /** An event time. */
  double time(int number) {
    return time[number];
  }

  /** Its stratum. */
  int stratum(int number) {
    return stratum[number];
  }

  /** Whether it is the first, which comes last, of its stratum. */
  boolean isFirst(int number) {
    return isFirst[number];
  }
}
