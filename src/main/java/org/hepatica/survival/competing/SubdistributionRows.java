package org.hepatica.survival.competing;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hepatica.survival.SurvivalCounts;

/**
 * Rows sorted by time, columns centred and scaled, with the probabilities of not being censored:
 * what every pass of a Fine-Gray fit goes through.
 *
 * <p>Arrays are read by the passes as they are and never written after construction.
 */
final class SubdistributionRows {

  final int columns;

  /** Distinct times, ascending, and the first row of each; one more entry ends the last. */
  final double[] time;

  final int[] start;

  /** Of each row: its covariates one after the other, kind, censoring group and frequency. */
  final double[][] x;

  final boolean[] isEvent;
  final boolean[] isCompeting;
  final int[] group;
  final double[] frequency;

  final CensoringCurves censoring;
  final double[] centre;
  final double[] scale;

  SubdistributionRows(CompetingRows rows, int cause, int[] used) {
    double[] sorted = new double[rows.size()];
    Arrays.setAll(sorted, row -> rows.time(row) + 0.0);
    Arrays.sort(sorted);
    start = starts(sorted);
    time = IntStream.range(0, start.length - 1).mapToDouble(k -> sorted[start[k]]).toArray();
    int[] order = order(rows);
    int n = order.length;
    columns = used.length;
    isEvent = new boolean[n];
    isCompeting = new boolean[n];
    frequency = new double[n];
    group = new int[n];
    int[] codes = IntStream.of(order).map(rows::censoringGroup).sorted().distinct().toArray();
    for (int i = 0; i < n; i++) {
      int code = rows.cause(order[i]);
      isEvent[i] = code == cause;
      isCompeting[i] = code != cause && code != CompetingCounts.CENSORED;
      frequency[i] = rows.frequency(order[i]);
      group[i] = Arrays.binarySearch(codes, rows.censoringGroup(order[i]));
    }
    censoring = CensoringCurves.of(censoring(codes.length, sorted), time);
    centre = new double[columns];
    scale = new double[columns];
    x = standardised(rows, order, used);
  }

  /** Row numbers by time, by counting: each goes to the next place of its time. */
  private int[] order(CompetingRows rows) {
    int[] next = start.clone();
    int[] order = new int[rows.size()];
    for (int row = 0; row < order.length; row++) {
      int k = Arrays.binarySearch(time, rows.time(row) + 0.0);
      order[next[k]++] = row;
    }
    return order;
  }

  private static int[] starts(double[] sorted) {
    int[] starts =
        IntStream.range(0, sorted.length)
            .filter(i -> i == 0 || sorted[i] > sorted[i - 1])
            .toArray();
    int[] ended = Arrays.copyOf(starts, starts.length + 1);
    ended[starts.length] = sorted.length;
    return ended;
  }

  private SurvivalCounts[] censoring(int groups, double[] sorted) {
    SurvivalCounts.Builder[] builders = new SurvivalCounts.Builder[groups];
    Arrays.setAll(builders, g -> SurvivalCounts.builder());
    for (int i = 0; i < sorted.length; i++) {
      boolean censored = !isEvent[i] && !isCompeting[i];
      builders[group[i]].add(sorted[i], censored, (long) frequency[i]);
    }
    return Arrays.stream(builders)
        .map(SurvivalCounts.Builder::build)
        .toArray(SurvivalCounts[]::new);
  }

  private double[][] standardised(CompetingRows rows, int[] order, int[] used) {
    double[][] values = new double[order.length][columns];
    double n = Arrays.stream(frequency).sum();
    for (int j = 0; j < columns; j++) {
      double sum = 0;
      double largest = 0;
      for (int i = 0; i < order.length; i++) {
        values[i][j] = rows.value(order[i], used[j]);
        sum += frequency[i] * values[i][j];
        largest = Math.max(largest, Math.abs(values[i][j]));
      }
      centre[j] = sum / n;
      double squares = 0;
      for (int i = 0; i < order.length; i++) {
        values[i][j] -= centre[j];
        squares += frequency[i] * values[i][j] * values[i][j];
      }
      double deviation = Math.sqrt(squares / n);
      // A constant column differs from its mean by rounding: exactly 0 is found collinear.
      boolean constant = deviation <= 1e-13 * largest;
      scale[j] = constant ? 1 : deviation;
      for (double[] row : values) {
        row[j] = constant ? 0 : row[j] / deviation;
      }
    }
    return values;
  }

  int distinctTimes() {
    return time.length;
  }
}
