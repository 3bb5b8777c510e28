package org.hepatica.survival;

import java.util.Arrays;
import java.util.TreeMap;

/**
 * Amounts added up by distinct time, one column for each kind.
 *
 * <p>What count states are built with. Whole days from 0 to 32,767, the usual case, index an array;
 * any other finite time goes to a sorted map. Not for more than one thread.
 */
public final class TimeTally {

  private static final int DAYS = 1 << 15;

  private final int columns;
  private final TreeMap<Double, double[]> others = new TreeMap<>();
  private double[][] days = new double[0][];

  /**
   * An empty tally.
   *
   * @param columns how many amounts are kept a time, at least 1
   */
  public TimeTally(int columns) {
    this.columns = columns;
  }

  /**
   * Adds an amount.
   *
   * @param time finite
   * @param column from 0
   * @param amount finite; 0 makes the time appear
   * @throws IllegalArgumentException if the time is not finite
   */
  public void add(double time, int column, double amount) {
    row(time)[column] += amount;
  }

  private double[] row(double time) {
    int day = (int) time;
    if (day == time && day >= 0 && day < DAYS) {
      if (day >= days.length) {
        days = Arrays.copyOf(days, Math.min(DAYS, Math.max(64, 2 * day)));
      }
      if (days[day] == null) {
        days[day] = new double[columns];
      }
      return days[day];
    }
    if (!Double.isFinite(time)) {
      throw new IllegalArgumentException("a time must be finite: " + time);
    }
    return others.computeIfAbsent(time, t -> new double[columns]);
  }

  /** The distinct times, ascending. */
  public double[] times() {
    double[] times = new double[days.length + others.size()];
    int size = 0;
    for (int day = 0; day < days.length; day++) {
      if (days[day] != null) {
        times[size++] = day;
      }
    }
    for (double time : others.keySet()) {
      times[size++] = time;
    }
    double[] sorted = Arrays.copyOf(times, size);
    Arrays.sort(sorted);
    return sorted;
  }

  /** A column's amounts, in the order of {@link #times}. */
  public double[] column(int column) {
    return Arrays.stream(times()).map(time -> row(time)[column]).toArray();
  }

  /** A column of whole numbers, in the order of {@link #times}. */
  public long[] counts(int column) {
    return Arrays.stream(times()).mapToLong(time -> (long) row(time)[column]).toArray();
  }
}
