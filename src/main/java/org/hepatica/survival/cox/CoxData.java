package org.hepatica.survival.cox;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * What Cox regression is fitted to: rows of identical subjects. Immutable.
 *
 * <p>A frequency of k stands for exactly k subjects, also among tied events; it is not R's case
 * weight, which averages the weights of tied deaths.
 */
public final class CoxData {

  private final double[] time;
  private final boolean[] event;
  private final double[] values;
  private final List<String> names;
  private final long[] frequency;
  private final int[] stratum;

  private CoxData(
      double[] time,
      boolean[] event,
      double[] values,
      List<String> names,
      long[] frequency,
      int[] stratum) {
    this.time = time;
    this.event = event;
    this.values = values;
    this.names = names;
    this.frequency = frequency;
    this.stratum = stratum;
  }

  /**
   * One subject a row, one stratum.
   *
   * @param time follow-up, finite
   * @param event whether it ended with the event
   * @param rows covariates: one array a subject, one entry a column; finite
   * @param names the columns' names, distinct
   * @return the data
   * @throws IllegalArgumentException if lengths differ, a value is not finite or a name repeats
   */
  public static CoxData of(double[] time, boolean[] event, double[][] rows, List<String> names) {
    int p = names.size();
    double[] flat = new double[Math.multiplyExact(rows.length, p)];
    for (int i = 0; i < rows.length; i++) {
      requireLength("row " + i, p, rows[i].length);
      System.arraycopy(rows[i], 0, flat, i * p, p);
    }
    requireLength("rows", time.length, rows.length);
    return checked(time.clone(), event.clone(), flat, names);
  }

  /**
   * The same from covariates in one array, row after row: entry {@code i * columns + j}.
   *
   * @param time follow-up, finite
   * @param event whether it ended with the event
   * @param values covariates, finite
   * @param names the columns' names, distinct
   * @return the data
   * @throws IllegalArgumentException if lengths differ, a value is not finite or a name repeats
   */
  public static CoxData ofFlat(
      double[] time, boolean[] event, double[] values, List<String> names) {
    return checked(time.clone(), event.clone(), values.clone(), names);
  }

  private static CoxData checked(
      double[] time, boolean[] event, double[] values, List<String> names) {
    requireLength("event", time.length, event.length);
    requireLength("covariates", Math.multiplyExact(time.length, names.size()), values.length);
    requireFinite("time", time);
    requireFinite("covariate", values);
    if (new HashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException("a column name repeats: " + names);
    }
    long[] ones = new long[time.length];
    Arrays.fill(ones, 1);
    return new CoxData(time, event, values, List.copyOf(names), ones, new int[time.length]);
  }

  private static void requireLength(String what, int expected, int actual) {
    if (expected != actual) {
      throw new IllegalArgumentException(
          what + ": expected " + expected + " entries, found " + actual);
    }
  }

  private static void requireFinite(String what, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(what + " " + i + " is not finite: " + values[i]);
      }
    }
  }

  /**
   * The same rows, each standing for a number of identical subjects.
   *
   * @param frequencies subjects a row, at least 0
   * @return the changed data
   * @throws IllegalArgumentException if the length differs or a frequency is negative
   */
  public CoxData withFrequency(long[] frequencies) {
    requireLength("frequency", size(), frequencies.length);
    if (Arrays.stream(frequencies).anyMatch(f -> f < 0)) {
      throw new IllegalArgumentException("a frequency must be at least 0");
    }
    return new CoxData(time, event, values, names, frequencies.clone(), stratum);
  }

  /**
   * The same rows in strata, each with a baseline hazard of its own.
   *
   * @param strata the stratum of each row, any numbers
   * @return the changed data
   * @throws IllegalArgumentException if the length differs
   */
  public CoxData withStratum(int[] strata) {
    requireLength("stratum", size(), strata.length);
    return new CoxData(time, event, values, names, frequency, strata.clone());
  }

  /**
   * The same subjects with some of the columns.
   *
   * @param columns names of columns, in the order wanted
   * @return the reduced data
   * @throws IllegalArgumentException if a column is unknown or repeats
   */
  public CoxData select(List<String> columns) {
    int[] index = columns.stream().mapToInt(this::columnOf).toArray();
    double[] kept = new double[size() * index.length];
    for (int i = 0; i < size(); i++) {
      for (int j = 0; j < index.length; j++) {
        kept[i * index.length + j] = value(i, index[j]);
      }
    }
    CoxData selected = checked(time, event, kept, columns);
    return new CoxData(time, event, kept, selected.names, frequency, stratum);
  }

  private int columnOf(String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("no column " + name + " among " + names);
    }
    return index;
  }

  /** The number of rows. */
  public int size() {
    return time.length;
  }

  /** The columns' names. */
  public List<String> names() {
    return names;
  }

  /** Follow-up of a row. */
  public double time(int row) {
    return time[row];
  }

  /** Whether a row's subjects had the event. */
  public boolean event(int row) {
    return event[row];
  }

  /** A covariate. */
  public double value(int row, int column) {
    return values[row * names.size() + column];
  }

  /** Subjects a row stands for. */
  public long frequency(int row) {
    return frequency[row];
  }

  /** A row's stratum. */
  public int stratum(int row) {
    return stratum[row];
  }
}
