package org.hepatica.survival.cox;

/** How Cox regression treats events at one time. */
public enum Ties {
  /** Each of d tied events sees the risk set less an average share of those before it. Default. */
  EFRON,
  /** Each tied event sees the whole risk set. */
  BRESLOW,
  /** The discrete model: those with the event among all subsets of their number. */
  EXACT
}
