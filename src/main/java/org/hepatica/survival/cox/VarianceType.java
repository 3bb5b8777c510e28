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
  boolean isRobust(CoxData data) {
    return this == ROBUST || this == AUTOMATIC && (data.isClustered() || hasFractions(data));
  }

  private static boolean hasFractions(CoxData data) {
    if (data.isWeighted()) {
      for (int i = 0; i < data.size(); i++) {
        if (data.weight(i) != Math.rint(data.weight(i))) {
          return true;
        }
      }
    }
    return false;
  }
}
