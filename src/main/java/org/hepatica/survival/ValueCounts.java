package org.hepatica.survival;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How often each value of a variable occurs in a group: the mergeable state of quantiles and rank
 * tests. {@code of(A).merge(of(B))} equals {@code of(A and B)}. Immutable; values ascend.
 */
public final class ValueCounts {

  private final double[] value;
  private final long[] count;

  private ValueCounts(TreeMap<Double, Long> counts) {
    value = counts.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    count = counts.values().stream().mapToLong(Long::longValue).toArray();
  }

  /**
   * Counts values.
   *
   * @param values in any order, not NaN
   * @return their counts
   * @throws IllegalArgumentException if a value is NaN
   */
  public static ValueCounts of(double... values) {
    long[] ones = new long[values.length];
    Arrays.fill(ones, 1);
    return ofCounts(values, ones);
  }

  /**
   * Takes counts already made, in any order; a value may repeat.
   *
   * @param values not NaN
   * @param counts at least 0
   * @return the counts, sorted, one entry a value
   * @throws IllegalArgumentException if lengths differ, a value is NaN or a count negative
   */
  public static ValueCounts ofCounts(double[] values, long[] counts) {
    if (values.length != counts.length) {
      throw new IllegalArgumentException(values.length + " values, " + counts.length + " counts");
    }
    TreeMap<Double, Long> sorted = new TreeMap<>();
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i]) || counts[i] < 0) {
        throw new IllegalArgumentException("value " + values[i] + ", count " + counts[i]);
      }
      if (counts[i] > 0) {
        // Adding 0 turns -0.0 into 0.0, which a sorted map would keep apart.
        sorted.merge(values[i] + 0.0, counts[i], Long::sum);
      }
    }
    return new ValueCounts(sorted);
  }

  /**
   * The counts of both groups together.
   *
   * @param other counts of other members
   * @return their sum a value
   */
  public ValueCounts merge(ValueCounts other) {
    TreeMap<Double, Long> sum = toMap();
    other.toMap().forEach((v, c) -> sum.merge(v, c, Long::sum));
    return new ValueCounts(sum);
  }

  private TreeMap<Double, Long> toMap() {
    TreeMap<Double, Long> map = new TreeMap<>();
    for (int i = 0; i < size(); i++) {
      map.put(value[i], count[i]);
    }
    return map;
  }

  /** The number of distinct values. */
  public int size() {
    return value.length;
  }

  /** The distinct value at a position, ascending. */
  public double value(int index) {
    return value[index];
  }

  /** How often the value at a position occurs. */
  public long count(int index) {
    return count[index];
  }

  /** How often a value occurs; 0 if never. */
  public long countOf(double wanted) {
    int index = Arrays.binarySearch(value, wanted + 0.0);
    return index < 0 ? 0 : count[index];
  }

  /** All members. */
  public long n() {
    return Arrays.stream(count).sum();
  }

  /** The median; empty for an empty group. */
  public OptionalDouble median() {
    return quantile(0.5);
  }

  /**
   * A sample quantile by linear interpolation: with {@code h = (n - 1) p}, between the order
   * statistics around h. R's default, type 7 of Hyndman and Fan 1996,
   * doi:10.1080/00031305.1996.10473566.
   *
   * @param p from 0 to 1: 0.25 and 0.75 for the quartiles
   * @return the quantile; empty for an empty group
   * @throws IllegalArgumentException if p is outside [0, 1]
   */
  public OptionalDouble quantile(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("a quantile's probability lies in [0, 1]: " + p);
    }
    if (size() == 0) {
      return OptionalDouble.empty();
    }
    double h = (n() - 1) * p;
    long below = (long) Math.floor(h);
    double low = orderStatistic(below);
    double share = h - below;
    return OptionalDouble.of(
        share == 0 ? low : (1 - share) * low + share * orderStatistic(below + 1));
  }

  private double orderStatistic(long rank) {
    int index = 0;
    for (long seen = count[0]; seen <= rank; seen += count[index]) {
      index++;
    }
    return value[index];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ValueCounts that
        && Arrays.equals(value, that.value)
        && Arrays.equals(count, that.count);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(value) + Arrays.hashCode(count);
  }

  @Override
  public String toString() {
    return n() + " members, " + size() + " distinct values";
  }
}
