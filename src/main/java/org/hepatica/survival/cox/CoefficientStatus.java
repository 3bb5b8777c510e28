package org.hepatica.survival.cox;

/** Whether a column of a Cox model has a coefficient, and if not, why. */
public enum CoefficientStatus {
  /** It has. */
  ESTIMATED("estimated"),
  /** The column has one value. */
  CONSTANT("constant: the column has a single value"),
  /** At each event, all at risk have one value (in a stratum, say). */
  CONSTANT_AT_EVENTS("constant among those at risk at every event"),
  /** The columns before it say all that it says. */
  COLLINEAR("collinear: a linear combination of the columns before it"),
  /** The likelihood rises for ever as it grows. */
  TO_PLUS_INFINITY(
      "monotone likelihood: runs to plus infinity; Firth's penalty gives a finite estimate"),
  /** The likelihood rises for ever as it falls. */
  TO_MINUS_INFINITY(
      "monotone likelihood: runs to minus infinity; Firth's penalty gives a finite estimate"),
  /** At the end of the iterations the data said nothing about it any more. */
  NO_INFORMATION("the information about it vanished on the way to the maximum"),
  /** There is no event to learn from. */
  NO_EVENTS("no events");

  private final String reason;

  CoefficientStatus(String reason) {
    this.reason = reason;
  }

  /** The status in words, to stand where an estimate would. */
  public String reason() {
    return reason;
  }

  /** The sign of the infinity it runs to; 0 if it does not. */
  int direction() {
    return this == TO_PLUS_INFINITY ? 1 : this == TO_MINUS_INFINITY ? -1 : 0;
  }

  /** Whether the coefficient has no finite maximum. */
  public boolean isInfinite() {
    return this == TO_PLUS_INFINITY || this == TO_MINUS_INFINITY;
  }
}
