package org.hepatica.benchmark;

import java.util.Map;

/**
 * How far two results of one task are apart.
 *
 * @param largest relative difference of two figures of one name
 * @param figure the name
 * @param same whether both computed the same
 */
record Agreement(double largest, String figure, boolean same) {

  private static final double TOLERANCE = 1e-8;

  /** R's concordance is of coefficients as its default rule leaves them. */
  private static final double OF_CONCORDANCE = 1e-6;

  /**
   * Compares ours with R's: each of R's figures but the concordance must be there, and the
   * concordance is compared where both have it.
   *
   * @throws IllegalArgumentException if R gave no figure
   */
  static Agreement of(Map<String, Double> ours, Map<String, Double> theirs) {
    if (theirs.isEmpty()) {
      throw new IllegalArgumentException("R gave no figure to compare with");
    }
    Agreement worst = new Agreement(0, "", true);
    for (Map.Entry<String, Double> figure : theirs.entrySet()) {
      if (Figures.isOfConcordance(figure.getKey()) && !ours.containsKey(figure.getKey())) {
        continue;
      }
      worst = worst.and(of(figure.getKey(), ours.get(figure.getKey()), figure.getValue()));
    }
    return worst;
  }

  private static Agreement of(String name, Double ours, Double theirs) {
    if (ours == null || theirs == null) {
      return new Agreement(Double.POSITIVE_INFINITY, name, false);
    }
    double scale = Math.max(Math.abs(ours), Math.abs(theirs));
    double difference = ours.equals(theirs) ? 0 : Math.abs(ours - theirs) / scale;
    return new Agreement(
        difference,
        name,
        difference <= (Figures.isOfConcordance(name) ? OF_CONCORDANCE : TOLERANCE));
  }

  /** The one that is worse: not the same first, then the larger difference. */
  Agreement and(Agreement other) {
    if (same != other.same) {
      return same ? other : this;
    }
    return other.largest > largest ? other : this;
  }
}
