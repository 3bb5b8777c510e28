package org.hepatica.survival;

import java.util.Arrays;

/**
 * Amounts added up by distinct time, one column for each kind.
 *
 * <p>What count states are built with. Times are found by open addressing in primitive arrays, so
 * that a million distinct ones cost little more than a thousand. Not for more than one thread.
 */
public final class TimeTally {

  private static final int NONE = -1;
  private static final int FIRST = 64;

  private final int columns;
  private double[] times = new double[FIRST];
  private double[] amounts;
  private int[] places = filled(2 * FIRST);
  private int size;
  private int[] ascending;

  /**
   * An empty tally.
   *
   * @param columns how many amounts are kept a time, at least 1
   */
  public TimeTally(int columns) {
    this.columns = columns;
    amounts = new double[FIRST * columns];
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
    // First the row: making it may move the amounts.
    int cell = row(time) * columns + column;
    amounts[cell] += amount;
  }

  private int row(double time) {
    if (!Double.isFinite(time)) {
      throw new IllegalArgumentException("a time must be finite: " + time);
    }
    // Negative and positive zero are one time.
    double wanted = time + 0.0;
    int place = place(wanted);
    if (places[place] != NONE) {
      return places[place];
    }
    if (size == times.length) {
      grow();
      place = place(wanted);
    }
    times[size] = wanted;
    places[place] = size;
    ascending = null;
    return size++;
  }

  private int place(double time) {
    long bits = Double.doubleToLongBits(time) * 0x9E3779B97F4A7C15L;
    int place = (int) (bits >>> 34) & places.length - 1;
    while (places[place] != NONE && times[places[place]] != time) {
      place = place + 1 & places.length - 1;
    }
    return place;
  }

  private void grow() {
    times = Arrays.copyOf(times, 2 * size);
    amounts = Arrays.copyOf(amounts, Math.multiplyExact(2 * size, columns));
    places = filled(4 * size);
    for (int i = 0; i < size; i++) {
      places[place(times[i])] = i;
    }
  }

  private static int[] filled(int length) {
    int[] array = new int[length];
    Arrays.fill(array, NONE);
    return array;
  }

  /** The distinct times, ascending. */
  public double[] times() {
    double[] sorted = Arrays.copyOf(times, size);
    Arrays.sort(sorted);
    return sorted;
  }

  /** The rows in the order of the times. */
  private int[] ascending() {
    if (ascending == null) {
      ascending = Arrays.stream(times()).mapToInt(time -> places[place(time)]).toArray();
    }
    return ascending;
  }

  /** A column's amounts, in the order of {@link #times}. */
  public double[] column(int column) {
    return Arrays.stream(ascending()).mapToDouble(row -> amounts[row * columns + column]).toArray();
  }

  /** A column of whole numbers, in the order of {@link #times}. */
  public long[] counts(int column) {
    return Arrays.stream(column(column)).mapToLong(amount -> (long) amount).toArray();
  }
}
