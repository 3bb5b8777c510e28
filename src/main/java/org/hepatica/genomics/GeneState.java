package org.hepatica.genomics;

import java.util.Arrays;

/** What is known of a patient's gene. */
public enum GeneState {
  /** A mutation that policy accepts. */
  MUTATED("mutated", "MUT"),
  /** None, and every configured codon was interrogated. */
  WILD_TYPE_ALL("wild-type, all codons", "WT"),
  /** None, and at least the required codons were interrogated. */
  WILD_TYPE_ASSAYED("wild-type, assayed codons", "WT"),
  /** Tested without a result that policy accepts. */
  INDETERMINATE("indeterminate", null),
  /** No tumour sample was tested for the gene. */
  NOT_TESTED("not tested", null);

  private final String label;
  private final String view;

  GeneState(String label, String view) {
    this.label = label;
    this.view = view;
  }

  /** As tables write it. */
  public String label() {
    return label;
  }

  /** The study's view: WT, MUT, or null for unknown. */
  public String view() {
    return view;
  }

  /** The state of a label. */
  public static GeneState of(String label) {
    return Arrays.stream(values())
        .filter(state -> state.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no state is called '" + label + "'"));
  }
}
