package org.hepatica.survival.competing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Follow-up, cause and covariates row by row, a row standing for as many identical subjects as its
 * frequency says. Immutable; arrays are copies.
 *
 * <p>Rows merge by being put together: {@code fit(A.merge(B))} is the fit of all, in any order.
 */
public final class CompetingRows {

  private final double[] time;
  private final int[] cause;
  private final double[][] x;
  private final List<String> names;
  private final long[] frequency;
  private final int[] censoringGroup;

  private CompetingRows(
      double[] time,
      int[] cause,
      double[][] x,
      List<String> names,
      long[] frequency,
      int[] censoringGroup) {
    this.time = time;
    this.cause = cause;
    this.x = x;
    this.names = names;
    this.frequency = frequency;
    this.censoringGroup = censoringGroup;
  }

  /**
   * Rows of one subject each, censored alike.
   *
   * @param time follow-up of each row, finite, in any order
   * @param cause what ended it: 0 for censoring, else the cause
   * @param x covariates, a row a subject, a column a name; finite
   * @param names of the columns
   * @return the rows
   * @throws IllegalArgumentException if lengths differ, a number is not finite or a cause negative
   */
  public static CompetingRows of(double[] time, int[] cause, double[][] x, List<String> names) {
    requireLength("cause", time.length, cause.length);
    requireLength("x", time.length, x.length);
    if (!Arrays.stream(time).allMatch(Double::isFinite)
        || Arrays.stream(cause).anyMatch(code -> code < 0)) {
      throw new IllegalArgumentException("times must be finite, causes at least 0");
    }
    for (double[] row : x) {
      if (row.length != names.size() || !Arrays.stream(row).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException(
            "a row of x has one finite number for each of " + names + ": " + Arrays.toString(row));
      }
    }
    long[] one = new long[time.length];
    Arrays.fill(one, 1);
    double[][] copy = Arrays.stream(x).map(double[]::clone).toArray(double[][]::new);
    return new CompetingRows(
        time.clone(), cause.clone(), copy, List.copyOf(names), one, new int[time.length]);
  }

  /**
   * The same rows, each for several identical subjects.
   *
   * @param newFrequency subjects of each row, at least 1
   * @return the rows with frequencies
   * @throws IllegalArgumentException if lengths differ or a frequency is below 1
   */
  public CompetingRows withFrequency(long... newFrequency) {
    requireLength("frequency", time.length, newFrequency.length);
    if (Arrays.stream(newFrequency).anyMatch(count -> count < 1)) {
      throw new IllegalArgumentException("a frequency is at least 1");
    }
    return new CompetingRows(time, cause, x, names, newFrequency.clone(), censoringGroup);
  }

  /**
   * The same rows in groups that differ in how they are censored: {@code cengroup} of R's {@code
   * crr}.
   *
   * @param newGroup a code for each row
   * @return the rows in groups
   * @throws IllegalArgumentException if lengths differ
   */
  public CompetingRows withCensoringGroup(int... newGroup) {
    requireLength("censoring group", time.length, newGroup.length);
    return new CompetingRows(time, cause, x, names, frequency, newGroup.clone());
  }

  /**
   * The rows of both.
   *
   * @param other rows with the same columns
   * @return these rows, then the others
   * @throws IllegalArgumentException if the columns differ
   */
  public CompetingRows merge(CompetingRows other) {
    if (!names.equals(other.names)) {
      throw new IllegalArgumentException("columns differ: " + names + ", " + other.names);
    }
    int n = size();
    int all = n + other.size();
    double[] newTime = Arrays.copyOf(time, all);
    int[] newCause = Arrays.copyOf(cause, all);
    double[][] newX = Arrays.copyOf(x, all);
    long[] newFrequency = Arrays.copyOf(frequency, all);
    int[] newGroup = Arrays.copyOf(censoringGroup, all);
    System.arraycopy(other.time, 0, newTime, n, other.size());
    System.arraycopy(other.cause, 0, newCause, n, other.size());
    System.arraycopy(other.x, 0, newX, n, other.size());
    System.arraycopy(other.frequency, 0, newFrequency, n, other.size());
    System.arraycopy(other.censoringGroup, 0, newGroup, n, other.size());
    return new CompetingRows(newTime, newCause, newX, names, newFrequency, newGroup);
  }

  /** The number of rows. */
  public int size() {
    return time.length;
  }

  /** The names of the columns. */
  public List<String> names() {
    return names;
  }

  /** Subjects whose follow-up ended by a cause, or 0 for censoring. */
  public long total(int code) {
    return IntStream.range(0, size())
        .filter(i -> cause[i] == code)
        .mapToLong(i -> frequency[i])
        .sum();
  }

  /** All subjects. */
  public long n() {
    return Arrays.stream(frequency).sum();
  }

  double time(int i) {
    return time[i];
  }

  int cause(int i) {
    return cause[i];
  }

  double value(int i, int column) {
    return x[i][column];
  }

  long frequency(int i) {
    return frequency[i];
  }

  int censoringGroup(int i) {
    return censoringGroup[i];
  }

  private static void requireLength(String what, int expected, int actual) {
    if (expected != actual) {
      throw new IllegalArgumentException(
          "time has " + expected + " entries, " + what + " has " + actual);
    }
  }
}
