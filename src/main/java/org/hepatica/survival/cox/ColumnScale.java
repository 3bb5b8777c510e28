package org.hepatica.survival.cox;

import java.util.stream.IntStream;

/**
 * Centre, size and range of each column, over subjects. Immutable.
 *
 * <p>Centre and scale change no result, only the size of the numbers between: they need not be
 * exact. The centre is near the median: where an outlier drew the mean away from all others, these
 * would differ in their last digits only.
 */
public final class ColumnScale {

  /** About so many rows are enough to find a value among the many. */
  private static final int SAMPLE = 1000;

  private final double[] centre;
  private final double[] deviation;
  private final double[] range;

  private ColumnScale(double[] centre, double[] deviation, double[] range) {
    this.centre = centre;
    this.deviation = deviation;
    this.range = range;
  }

  /**
   * A scale measured elsewhere.
   *
   * @param centre centre of each column
   * @param deviation its standard deviation, or any positive number near it
   * @param range largest less smallest value; 0 exactly if the column is constant
   * @return the scale
   * @throws IllegalArgumentException if lengths differ, a deviation is not positive or a range
   *     negative
   */
  public static ColumnScale of(double[] centre, double[] deviation, double[] range) {
    FollowUp.requireLength("deviation", centre.length, deviation.length);
    FollowUp.requireLength("range", centre.length, range.length);
    double[] positive = deviation.clone();
    for (int j = 0; j < centre.length; j++) {
      if (range[j] == 0) {
        positive[j] = 1;
      }
      if (!(positive[j] > 0) || !(range[j] >= 0)) {
        throw new IllegalArgumentException(
            "column " + j + ": deviation " + deviation[j] + ", range " + range[j]);
      }
    }
    return new ColumnScale(centre.clone(), positive, range.clone());
  }

  ColumnScale(CoxData data) {
    int p = data.names().size();
    centre = new double[p];
    deviation = new double[p];
    range = new double[p];
    for (int j = 0; j < p; j++) {
      measure(data, j);
    }
  }

  private void measure(CoxData data, int j) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    double count = 0;
    double squares = 0;
    centre[j] = middle(data, j);
    for (int i = 0; i < data.size(); i++) {
      long frequency = data.frequency(i);
      if (frequency > 0) {
        double value = data.value(i, j);
        double centred = value - centre[j];
        count += frequency;
        squares += frequency * centred * centred;
        min = Math.min(min, value);
        max = Math.max(max, value);
      }
    }
    range[j] = Math.max(0, max - min);
    deviation[j] = range[j] == 0 ? 1 : Math.sqrt(squares / count);
  }

  /** The median of rows taken at even distances: unlike the mean it is among the many. */
  private static double middle(CoxData data, int j) {
    int step = 1 + data.size() / SAMPLE;
    double[] values =
        IntStream.iterate(0, i -> i < data.size(), i -> i + step)
            .filter(i -> data.frequency(i) > 0)
            .mapToDouble(i -> data.value(i, j))
            .sorted()
            .toArray();
    return values.length == 0 ? 0 : values[values.length / 2];
  }

  /** The scale of some of the columns. */
  ColumnScale select(int[] columns) {
    return new ColumnScale(
        IntStream.of(columns).mapToDouble(j -> centre[j]).toArray(),
        IntStream.of(columns).mapToDouble(j -> deviation[j]).toArray(),
        IntStream.of(columns).mapToDouble(j -> range[j]).toArray());
  }

  /** Whether a column has one value only. */
  public boolean isConstant(int column) {
    return range[column] == 0;
  }

  /** A value in standard deviations from the centre. */
  public double standardise(double value, int column) {
    return (value - centre[column]) / deviation[column];
  }

  /** The value that is so many deviations from the centre. */
  double raw(double standardised, int column) {
    return centre[column] + standardised * deviation[column];
  }

  /** The standard deviation: what a coefficient of the standardised column is divided by. */
  public double deviation(int column) {
    return deviation[column];
  }

  /** The range of the standardised column. */
  public double standardisedRange(int column) {
    return range[column] / deviation[column];
  }
}
