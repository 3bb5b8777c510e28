package org.hepatica.report.figure;

/**
 * What the horizontal axis of survival curves measures.
 *
 * @param axis its label
 * @param median the head of the groups' medians
 */
public record TimeScale(String axis, String median) {

  /** A study's: years after the operation. */
  public static final TimeScale YEARS =
      new TimeScale("Years after the operation", "Median, years (95% CI)");
}
