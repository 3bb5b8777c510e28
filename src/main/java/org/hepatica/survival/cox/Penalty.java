package org.hepatica.survival.cox;

/** What is taken from the log partial likelihood before it is maximised. */
public enum Penalty {
  /** Nothing. Default. */
  NONE,
  /** Firth's: half the log determinant of the information is added. */
  FIRTH
}
