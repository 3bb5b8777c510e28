package org.hepatica.survival.competing;

/** What came of a Fine-Gray fit. */
public enum FineGrayStatus {
  /** The maximum was found. */
  CONVERGED,
  /** The likelihood rises without end: a column predicts the cause perfectly. */
  MONOTONE_LIKELIHOOD,
  /** The iterations ended before the maximum was found. */
  NOT_CONVERGED,
  /** Nobody had an event of the cause. */
  NO_EVENTS,
  /** No column varies among patients at risk at an event. */
  NO_ESTIMABLE_COLUMN
}
