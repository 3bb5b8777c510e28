package org.hepatica.survival;

/** Which test of a contingency table to use. */
public enum ContingencyChoice {
  /** Pearson's chi-squared, uncorrected. */
  CHI_SQUARED,
  /** Pearson's chi-squared with Yates' correction, which applies to 2 x 2 tables only. */
  CHI_SQUARED_YATES,
  /** Fisher's exact test; 2 x 2 tables only. */
  FISHER,
  /**
   * Fisher's exact test when any expected count is below 5, else the uncorrected chi-squared. A
   * larger table with small expected counts stays with chi-squared and a warning.
   */
  FISHER_WHEN_EXPECTED_BELOW_5
}
