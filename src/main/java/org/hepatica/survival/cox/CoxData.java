package org.hepatica.survival.cox;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What Cox regression is fitted to: rows of identical subjects. Immutable.
 *
 * <p>A frequency of k stands for exactly k subjects, also among tied events; it is not R's case
 * weight, which averages the weights of tied deaths. A row whose interval (entry, time] is empty
 * stands for nobody and is counted. Times that differ by rounding are one time, as by R's {@code
 * timefix}.
 */
public final class CoxData {

  private final FollowUp followUp;
  private final double[] values;
  private final List<String> names;

  private CoxData(FollowUp followUp, double[] values, List<String> names) {
    this.followUp = followUp;
    this.values = values;
    this.names = names;
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
      FollowUp.requireLength("row " + i, p, rows[i].length);
      System.arraycopy(rows[i], 0, flat, i * p, p);
    }
    FollowUp.requireLength("rows", time.length, rows.length);
    return checked(FollowUp.of(time.clone(), event.clone()), flat, names);
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
    return checked(FollowUp.of(time.clone(), event.clone()), values.clone(), names);
  }

  private static CoxData checked(FollowUp followUp, double[] values, List<String> names) {
    int cells = Math.multiplyExact(followUp.time().length, names.size());
    FollowUp.requireLength("covariates", cells, values.length);
    FollowUp.requireFinite("covariate", values);
    if (new HashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException("a column name repeats: " + names);
    }
    return new CoxData(followUp, values, List.copyOf(names));
  }

  private CoxData with(FollowUp changed) {
    return new CoxData(changed, values, names);
  }

  /**
   * The same rows at risk only after an entry: intervals (entry, time].
   *
   * @param entries starts of the intervals, finite or minus infinity; a row whose interval is empty
   *     stands for nobody
   * @return the changed data
   * @throws IllegalArgumentException if the length differs or an entry is no time
   */
  public CoxData withEntry(double[] entries) {
    return with(followUp.withEntry(entries.clone()));
  }

  /**
   * The same rows, each standing for a number of identical subjects.
   *
   * @param frequencies subjects a row, at least 0
   * @return the changed data
   * @throws IllegalArgumentException if the length differs or a frequency is negative
   */
  public CoxData withFrequency(long[] frequencies) {
    return with(followUp.withFrequency(frequencies.clone()));
  }

  /**
   * The same rows with R's case weights; if any is fractional, variances are robust, as in R.
   *
   * @param weights greater than 0
   * @return the changed data
   * @throws IllegalArgumentException if the length differs or a weight is not positive and finite
   */
  public CoxData withWeight(double[] weights) {
    return with(followUp.withWeight(weights.clone()));
  }

  /**
   * The same rows with a known part of the linear predictor.
   *
   * @param offsets finite
   * @return the changed data
   * @throws IllegalArgumentException if the length differs or an offset is not finite
   */
  public CoxData withOffset(double[] offsets) {
    return with(followUp.withOffset(offsets.clone()));
  }

  /**
   * The same rows in strata, each with a baseline hazard of its own.
   *
   * @param strata the stratum of each row, any numbers
   * @return the changed data
   * @throws IllegalArgumentException if the length differs
   */
  public CoxData withStratum(int[] strata) {
    return with(followUp.withStratum(strata.clone()));
  }

  /**
   * The same rows in clusters that are independent of each other, with robust variances.
   *
   * @param clusters the cluster of each row, any numbers
   * @return the changed data
   * @throws IllegalArgumentException if the length differs
   */
  public CoxData withCluster(int[] clusters) {
    return with(followUp.withCluster(clusters.clone()));
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
    return checked(followUp, kept, columns);
  }

  /** The number of a column. */
  int columnOf(String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("no column " + name + " among " + names);
    }
    return index;
  }

  /** The number of rows. */
  public int size() {
    return followUp.time().length;
  }

  /** The columns' names. */
  public List<String> names() {
    return names;
  }

  /** Follow-up of a row. */
  public double time(int row) {
    return followUp.time()[row];
  }

  /** Start of a row's interval; minus infinity if it is at risk from the beginning. */
  public double entry(int row) {
    return isTruncated() ? followUp.entry()[row] : Double.NEGATIVE_INFINITY;
  }

  /** Whether rows have entry times. */
  public boolean isTruncated() {
    return followUp.entry() != null;
  }

  /** Whether a row's subjects had the event. */
  public boolean event(int row) {
    return followUp.event()[row];
  }

  /** A covariate. */
  public double value(int row, int column) {
    return values[row * names.size() + column];
  }

  /** Subjects a row stands for; 0 if its interval is empty. */
  public long frequency(int row) {
    return followUp.isEmpty(row) ? 0 : followUp.frequency()[row];
  }

  /** A row's case weight; 1 if there are none. */
  public double weight(int row) {
    return followUp.weight() == null ? 1 : followUp.weight()[row];
  }

  /** Whether there are case weights. */
  public boolean isWeighted() {
    return followUp.weight() != null;
  }

  /** A row's offset; 0 if there are none. */
  public double offset(int row) {
    return followUp.offset() == null ? 0 : followUp.offset()[row];
  }

  /** A row's stratum. */
  public int stratum(int row) {
    return followUp.stratum()[row];
  }

  /** Whether rows have clusters. */
  public boolean isClustered() {
    return followUp.cluster() != null;
  }

  /** A row's cluster; a number of its own if there are none. */
  public int cluster(int row) {
    return isClustered() ? followUp.cluster()[row] : row;
  }

  /** The rows left out because their interval (entry, time] is empty. */
  public long emptyIntervals() {
    return IntStream.range(0, size()).filter(followUp::isEmpty).count();
  }

  /** Ranks of times, and of entries if there are any. */
  FollowUp followUp() {
    return followUp;
  }
}
