package org.hepatica.survival.cox;

import java.util.List;

/**
 * Penalised coefficients at one strength of the penalty.
 *
 * @param regParam the strength
 * @param names the columns
 * @param coefficients one a column in its own unit; 0 exactly if it is left out
 * @param logLikelihood log partial likelihood, not penalised
 * @param iterations steps taken
 * @param converged whether the maximum was reached
 */
public record ElasticNetFit(
    double regParam,
    List<String> names,
    List<Double> coefficients,
    double logLikelihood,
    int iterations,
    boolean converged) {

  /** Copies the lists. */
  public ElasticNetFit {
    names = List.copyOf(names);
    coefficients = List.copyOf(coefficients);
  }

  /**
   * The coefficient of a column.
   *
   * @param name a column
   * @return its coefficient
   * @throws IllegalArgumentException if the data had no such column
   */
  public double coefficient(String name) {
    if (!names.contains(name)) {
      throw new IllegalArgumentException("no column " + name + " among " + names);
    }
    return coefficients.get(names.indexOf(name));
  }
}
