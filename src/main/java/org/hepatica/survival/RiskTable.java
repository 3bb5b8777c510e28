package org.hepatica.survival;

import java.util.Arrays;

/**
 * Who is at risk, has the event and is censored at each time at which someone leaves: numbers, and
 * the sums of their weights. Arrays are not copied: this stays inside the package.
 *
 * @param time ascending
 * @param atRisk under observation just before the time
 * @param events with the event there
 * @param censored censored there
 * @param weightAtRisk sum of weights at risk
 * @param weightOfEvents sum of weights with the event
 * @param weightCensored sum of weights censored
 * @param emptied times after which nobody was at risk before others entered
 */
record RiskTable(
    double[] time,
    long[] atRisk,
    long[] events,
    long[] censored,
    double[] weightAtRisk,
    double[] weightOfEvents,
    double[] weightCensored,
    double[] emptied) {

  /** Sums over those who stay, from the last time to the first, as R does. */
  static RiskTable of(WeightedCounts counts) {
    int[] exits = exits(counts);
    int size = exits.length;
    RiskTable table =
        new RiskTable(
            Arrays.stream(exits).mapToDouble(counts::time).toArray(),
            new long[size],
            Arrays.stream(exits).mapToLong(counts::events).toArray(),
            Arrays.stream(exits).mapToLong(counts::censored).toArray(),
            new double[size],
            Arrays.stream(exits).mapToDouble(counts::eventWeight).toArray(),
            Arrays.stream(exits).mapToDouble(counts::censoredWeight).toArray(),
            new double[0]);
    table.countAtRisk(counts);
    return table.withEmptied();
  }

  private static int[] exits(WeightedCounts counts) {
    int[] exits = new int[counts.size()];
    int size = 0;
    for (int i = 0; i < counts.size(); i++) {
      if (counts.events(i) + counts.censored(i) > 0) {
        exits[size++] = i;
      }
    }
    return Arrays.copyOf(exits, size);
  }

  private void countAtRisk(WeightedCounts counts) {
    long risk = 0;
    double weight = 0;
    int row = time.length - 1;
    for (int i = counts.size() - 1; i >= 0; i--) {
      risk += counts.events(i) + counts.censored(i) - counts.entered(i);
      weight += counts.eventWeight(i) + counts.censoredWeight(i);
      // Who enters at a time is at risk after it only.
      weight = risk == 0 ? 0 : weight - counts.enteredWeight(i);
      if (row >= 0 && counts.time(i) == time[row]) {
        atRisk[row] = risk;
        weightAtRisk[row] = weight;
        row--;
      }
    }
  }

  private RiskTable withEmptied() {
    double[] empty = new double[time.length];
    int size = 0;
    for (int i = 0; i < time.length - 1; i++) {
      if (atRisk[i] == events[i] + censored[i]) {
        empty[size++] = time[i];
      }
    }
    double[] found = Arrays.copyOf(empty, size);
    return new RiskTable(
        time, atRisk, events, censored, weightAtRisk, weightOfEvents, weightCensored, found);
  }

  int size() {
    return time.length;
  }

  /** Whether everybody at risk has the event: counted, since sums of weights round. */
  boolean allHaveTheEvent(int i) {
    return events[i] == atRisk[i];
  }

  /** The addend of Greenwood's sum, {@code d / (n (n - d))}; 0 without events or survivors. */
  double greenwood(int i) {
    double left = weightAtRisk[i] - weightOfEvents[i];
    // Those left may all have weight 0.
    return weightOfEvents[i] == 0 || allHaveTheEvent(i) || left == 0
        ? 0
        : weightOfEvents[i] / (weightAtRisk[i] * left);
  }
}
