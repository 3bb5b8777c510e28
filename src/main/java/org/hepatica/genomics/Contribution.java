package org.hepatica.genomics;

import java.util.List;

/**
 * What one sample of a patient contributed to the patient's status.
 *
 * @param part what it did
 * @param reason for people: what it found, or why it did not count; never null
 * @param variants accepted protein changes of it, those that were overruled among them
 * @param fraction the largest variant fraction of these, 0-1; null where none is told
 */
public record Contribution(Part part, String reason, List<String> variants, Double fraction) {

  /** Keeps the variants unchangeable. */
  public Contribution {
    variants = List.copyOf(variants);
  }

  /** Parts that a sample can have in a status. */
  public enum Part {
    /** It decided. */
    DECIDES("decides"),
    /** It found an accepted mutation that stands, too. */
    MUTATED("mutated"),
    /** It found mutations, but policy lets another platform's wild-type stand. */
    OVERRULED("overruled"),
    /** It has a variant that is not accepted: without a mutation, the patient is indeterminate. */
    DOUBTFUL("doubtful"),
    /** It found nothing in codons that it interrogated. */
    WILD_TYPE("wild-type"),
    /** It interrogated no codon with success. */
    FAILED("failed"),
    /** It says nothing about the gene. */
    NOT_PROFILED("not profiled"),
    /** Its tissue is normal. */
    NORMAL_TISSUE("normal tissue");

    private final String label;

    Part(String label) {
      this.label = label;
    }

    /** As it stands in tables. */
    public String label() {
      return label;
    }
  }
}
