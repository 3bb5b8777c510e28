package org.hepatica.genomics;

/**
 * A variant of a gene, in one language whatever it was written in.
 *
 * @param gene symbol
 * @param codon the first codon it touches; 0 when it is in none or none is known
 * @param lastCodon the last codon it touches
 * @param reference amino acid of the first codon, one letter, or null
 * @param alternate what stands there instead, or null
 * @param proteinChange such as G12D, G12fs, G12=, or null
 * @param codingChange such as c.35G&gt;A, or null
 * @param consequence what it does to the protein
 */
public record Variant(
    String gene,
    int codon,
    int lastCodon,
    String reference,
    String alternate,
    String proteinChange,
    String codingChange,
    Consequence consequence) {

  /** A substitution of one amino acid, silent when both are the same. */
  static Variant substitution(
      String gene, int codon, String reference, String alternate, String codingChange) {
    Consequence consequence = substituted(reference, alternate);
    String shown = consequence == Consequence.SILENT ? "=" : alternate;
    return new Variant(
        gene,
        codon,
        codon,
        reference,
        alternate,
        reference + codon + shown,
        codingChange,
        consequence);
  }

  /** A variant known by what it touches and does only. */
  static Variant touching(
      String gene, int codon, int lastCodon, String coding, Consequence consequence) {
    return new Variant(gene, codon, lastCodon, null, null, null, coding, consequence);
  }

  /** Whether it touches a codon. */
  public boolean touches(int number) {
    return codon > 0 && codon <= number && number <= lastCodon;
  }

  /**
   * Whether another reading of the same change may be right beside this one, which was read from
   * its place: the same amino acid where both are substitutions, else the same codon or its
   * neighbour, because insertions and deletions are placed differently.
   */
  boolean agreesWith(Variant written) {
    boolean substitutions =
        alternate != null && written.alternate != null && written.codon == written.lastCodon;
    return substitutions
        ? proteinChange.equals(written.proteinChange)
        : written.touches(codon) || Math.abs(written.codon - codon) <= 1;
  }

  /** Its shortest name: the protein change, else the coding change, else its codon. */
  public String name() {
    if (proteinChange != null) {
      return proteinChange;
    }
    return codingChange != null ? codingChange : "codon " + codon + " " + consequence.label();
  }

  Variant withCodingChange(String coding) {
    return new Variant(
        gene, codon, lastCodon, reference, alternate, proteinChange, coding, consequence);
  }

  private static Consequence substituted(String reference, String alternate) {
    if (alternate.equals(reference) || alternate.equals("=")) {
      return Consequence.SILENT;
    }
    if (reference.equals("*")) {
      return Consequence.STOP_OR_START_LOST;
    }
    return switch (alternate) {
      case "*" -> Consequence.NONSENSE;
      case "?" -> Consequence.UNKNOWN;
      default -> Consequence.MISSENSE;
    };
  }
}
