package org.hepatica.survival;

/**
 * How the variance of a survival curve is estimated.
 *
 * <p>Robust is the infinitesimal jackknife, {@code sum over clusters of (sum over its rows of w_i
 * dS / dw_i)^2}: right whatever the weights mean. Without weights and clusters it equals
 * Greenwood's. Therneau and Atkinson, vignette {@code survival} of R's {@code survival}, section
 * 2.1.
 */
public enum CurveVariance {
  /** As R: robust if a weight is not a whole number or rows are clustered, else Greenwood's. */
  AUTOMATIC,
  /** Greenwood's, taking a weight for a number of subjects and every row for independent. */
  GREENWOOD,
  /** The infinitesimal jackknife. */
  ROBUST
}
