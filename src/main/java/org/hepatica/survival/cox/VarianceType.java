package org.hepatica.survival.cox;

/** Where the standard errors of a Cox model come from. */
public enum VarianceType {
  /** Robust exactly if there are clusters or fractional case weights, as in R. Default. */
  AUTOMATIC,
  /** The inverse of the information. */
  MODEL,
  /** The sandwich of the dfbeta residuals. */
  ROBUST;

  /** Whether data get a robust variance. */
  boolean isRobust(CoxSource source) {
    return this == ROBUST
        || this == AUTOMATIC && (source.isClustered() || source.hasFractionalWeights());
  }
}
