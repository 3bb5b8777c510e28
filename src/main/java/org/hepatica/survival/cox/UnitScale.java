package org.hepatica.survival.cox;

/** Weighted means and standard deviations (divisor n) of the columns, as {@code glmnet}'s. */
final class UnitScale {

  private UnitScale() {}

  static ColumnScale of(CoxData data) {
    int p = data.names().size();
    double[] mean = new double[p];
    double[] deviation = new double[p];
    double[] range = new double[p];
    ColumnScale rough = new ColumnScale(data);
    for (int j = 0; j < p; j++) {
      double weight = 0;
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < data.size(); i++) {
        double mass = data.weight(i) * data.frequency(i);
        double x = rough.standardise(data.value(i, j), j);
        weight += mass;
        sum += mass * x;
        squares += mass * x * x;
      }
      double centre = weight == 0 ? 0 : sum / weight;
      double variance = weight == 0 ? 0 : squares / weight - centre * centre;
      mean[j] = rough.raw(centre, j);
      deviation[j] = rough.deviation(j) * Math.sqrt(Math.max(0, variance));
      range[j] = rough.isConstant(j) ? 0 : rough.standardisedRange(j) * rough.deviation(j);
    }
    return ColumnScale.of(mean, deviation, range);
  }
}
