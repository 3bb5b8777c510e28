package org.hepatica.survival.cox;

/** By what a stepwise selection judges a term. */
public enum SelectionCriterion {
  /** Wald's P of the term. */
  P_VALUE,
  /** Akaike's criterion of the model, as R's {@code step}. */
  AIC
}
