package org.hepatica.synthetic.plan;

/**
 * A survival curve through given points, with a constant hazard between them and the last hazard
 * for ever after.
 */
final class Curve {

  private final double[] years;
  private final double[] survival;

  /**
   * @param points year and survival in turn, from the first after zero
   */
  Curve(double... points) {
    years = new double[points.length / 2 + 1];
    survival = new double[years.length];
    survival[0] = 1;
    for (int i = 1; i < years.length; i++) {
      years[i] = points[2 * i - 2];
      survival[i] = points[2 * i - 1];
    }
  }

  /** The time, in years, at which the curve reaches a level in [0, 1]; infinite at 0. */
  double timeOf(double level) {
    int i = 1;
    while (i < years.length - 1 && survival[i] > level) {
      i++;
    }
    double slope = Math.log(survival[i - 1] / survival[i]) / (years[i] - years[i - 1]);
    return years[i - 1] + Math.log(survival[i - 1] / level) / slope;
  }
}
