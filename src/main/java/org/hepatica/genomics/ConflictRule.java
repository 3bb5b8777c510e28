package org.hepatica.genomics;

import java.util.Locale;

/** Who is right when platforms disagree on a codon. */
public enum ConflictRule {
  /** Whoever found a mutation. */
  ANY_MUTATED,
  /** The latest result. */
  LATEST,
  /** The platform that stands first in a configured list. */
  PRECEDENCE;

  /** As configuration writes it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The rule of a label. */
  public static ConflictRule of(String label) {
    for (ConflictRule rule : values()) {
      if (rule.label().equals(label)) {
        return rule;
      }
    }
    throw new IllegalArgumentException(
        "no conflict rule is called '" + label + "'; there are any-mutated, latest, precedence");
  }
}
