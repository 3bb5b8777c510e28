package org.hepatica.transform.survival.published;

/**
 * The pipeline's answer to a printed number; null where there is none.
 *
 * @param value the estimate
 * @param low its 95 % bound
 * @param high its 95 % bound
 */
record Computed(Double value, Double low, Double high) {

  static final Computed NONE = new Computed(null, null, null);

  static Computed of(Double value) {
    return new Computed(value, null, null);
  }
}
