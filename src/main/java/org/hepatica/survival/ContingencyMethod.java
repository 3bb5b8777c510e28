package org.hepatica.survival;

/** Which test of a contingency table was used. */
public enum ContingencyMethod {
  /** Pearson's chi-squared, uncorrected. */
  CHI_SQUARED,
  /** Pearson's chi-squared with Yates' correction. */
  CHI_SQUARED_YATES,
  /** Fisher's exact test, two-sided. */
  FISHER
}
