package org.hepatica.survival.cox;

/** Mean, standard deviation and range of each column, over subjects. */
final class ColumnScale {

  private final double[] mean;
  private final double[] deviation;
  private final double[] range;

  ColumnScale(CoxData data) {
    int p = data.names().size();
    mean = new double[p];
    deviation = new double[p];
    range = new double[p];
    for (int j = 0; j < p; j++) {
      measure(data, j);
    }
  }

  private void measure(CoxData data, int j) {
    double count = 0;
    double sum = 0;
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < data.size(); i++) {
      if (data.frequency(i) > 0) {
        count += data.frequency(i);
        sum += data.frequency(i) * data.value(i, j);
        min = Math.min(min, data.value(i, j));
        max = Math.max(max, data.value(i, j));
      }
    }
    range[j] = Math.max(0, max - min);
    mean[j] = count == 0 ? 0 : sum / count;
    double squares = 0;
    for (int i = 0; i < data.size(); i++) {
      double centred = data.value(i, j) - mean[j];
      squares += data.frequency(i) * centred * centred;
    }
    deviation[j] = range[j] == 0 ? 1 : Math.sqrt(squares / count);
  }

  /** Whether a column has one value only. */
  boolean isConstant(int column) {
    return range[column] == 0;
  }

  /** A value in standard deviations from the mean. */
  double standardise(double value, int column) {
    return (value - mean[column]) / deviation[column];
  }

  /** The standard deviation: what a coefficient of the standardised column is divided by. */
  double deviation(int column) {
    return deviation[column];
  }

  /** The range of the standardised column. */
  double standardisedRange(int column) {
    return range[column] / deviation[column];
  }
}
