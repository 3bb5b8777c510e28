package org.hepatica.survival;

/**
 * Case weights of rows alike, summed where the rows are.
 *
 * @param count how many rows, at least 0
 * @param sum of their weights
 * @param squares sum of the squares of their weights
 * @param fractional whether a weight is not a whole number
 */
public record WeightSums(long count, double sum, double squares, boolean fractional) {

  /** Refuses what no weights sum to. */
  public WeightSums {
    if (count < 0 || !(sum >= 0 && squares >= 0) || Double.isInfinite(sum + squares)) {
      throw new IllegalArgumentException(
          "a case weight is finite and at least 0, a count at least 0: "
              + count
              + ", "
              + sum
              + ", "
              + squares);
    }
  }

  /**
   * Rows of one weight.
   *
   * @param weight of each, finite and at least 0
   * @param count how many
   * @return their sums
   * @throws IllegalArgumentException if a number is outside its range
   */
  public static WeightSums of(double weight, long count) {
    if (!(weight >= 0)) {
      throw new IllegalArgumentException("a case weight is at least 0: " + weight);
    }
    return new WeightSums(
        count, count * weight, count * weight * weight, weight != Math.rint(weight));
  }

  /** The sums of both. */
  public WeightSums merge(WeightSums other) {
    return new WeightSums(
        count + other.count,
        sum + other.sum,
        squares + other.squares,
        fractional || other.fractional);
  }
}
