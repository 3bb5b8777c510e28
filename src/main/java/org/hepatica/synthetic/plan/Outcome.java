package org.hepatica.synthetic.plan;

/** What happened first: a recurrence at one site, a death, or nothing. */
enum Outcome {
  LIVER_ALONE("liver alone"),
  LIVER_WITH_OTHERS("liver with others"),
  LUNG("lung"),
  OTHER("other"),
  DEATH(null),
  NEITHER(null);

  /** Name of the site, or null without recurrence. */
  final String site;

  Outcome(String site) {
    this.site = site;
  }

  /** The patients of a cell by outcome, of {@code n} patients. */
  static int[] counts(Cell cell, int n) {
    double[] weights = new double[values().length];
    double rest = cell.count;
    for (int i = 0; i < cell.outcomes.length; i++) {
      weights[i] = cell.outcomes[i];
      rest -= weights[i];
    }
    weights[NEITHER.ordinal()] = rest;
    return Apportion.split(n, weights);
  }
}
