package org.hepatica.genomics;

/** What policy makes of a call. */
public enum Acceptance {
  /** It makes the sample mutated. */
  ACCEPTED("accepted"),
  /** It may be a mutation: the sample is indeterminate. */
  NOT_ACCEPTED("not accepted"),
  /** It neither mutates nor blocks. */
  SET_ASIDE("set aside");

  private final String label;

  Acceptance(String label) {
    this.label = label;
  }

  /** As tables write it. */
  public String label() {
    return label;
  }

  /** The acceptance of a label. */
  public static Acceptance of(String label) {
    for (Acceptance acceptance : values()) {
      if (acceptance.label.equals(label)) {
        return acceptance;
      }
    }
    throw new IllegalArgumentException("no acceptance is called '" + label + "'");
  }
}
