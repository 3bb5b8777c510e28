package org.hepatica.survival.cox;

/** Which way a stepwise selection goes. */
public enum SelectionDirection {
  /** From the model of all terms, terms leave. */
  BACKWARD,
  /** From the empty model, terms enter. */
  FORWARD,
  /** From the model of all terms, terms leave and may enter again. */
  BOTH
}
