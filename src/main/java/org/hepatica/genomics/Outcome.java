package org.hepatica.genomics;

/** What came of testing a sample for the gene. */
public enum Outcome {
  /** Something was interrogated or found. */
  CALLED("called"),
  /** Tested without any usable result. */
  FAILED("failed"),
  /** Not tested for this gene. */
  NOT_PROFILED("not profiled");

  private final String label;

  Outcome(String label) {
    this.label = label;
  }

  /** As tables write it. */
  public String label() {
    return label;
  }

  /** The outcome of a label. */
  public static Outcome of(String label) {
    for (Outcome outcome : values()) {
      if (outcome.label.equals(label)) {
        return outcome;
      }
    }
    throw new IllegalArgumentException("no outcome is called '" + label + "'");
  }
}
