package org.hepatica.synthetic.allele;

import java.util.Locale;

/**
 * A variant of KRAS as files spell it. Genomic alleles stand on the plus strand.
 *
 * @param protein such as G12D
 * @param coding such as c.35G>A
 * @param start position on chromosome 12, GRCh37
 * @param reference plus-strand reference bases
 * @param alternate plus-strand variant bases
 */
public record Allele(
    String protein, String coding, long start, String reference, String alternate) {

  /** The codon that it changes. */
  public int codon() {
    return Integer.parseInt(protein.replaceAll("[^0-9]", ""));
  }

  /** Whether it changes the protein. */
  public boolean changesProtein() {
    return !protein.endsWith("=");
  }

  /** Last position, GRCh37. */
  public long end() {
    return start + reference.length() - 1;
  }

  /** Protein change in three letters, such as Gly12Asp. */
  public String longProtein() {
    String last = protein.substring(protein.length() - 1);
    return AminoAcid.threeLetters(protein.charAt(0))
        + codon()
        + (changesProtein() ? AminoAcid.threeLetters(last.charAt(0)) : last);
  }

  /** MAF's type: SNP or DNP. */
  public String type() {
    return reference.length() == 1 ? "SNP" : "DNP";
  }

  /** The codon before and after, such as gGt/gAt. */
  public String codons() {
    String before = KrasGene.codon(codon());
    char[] plain = before.toLowerCase(Locale.ROOT).toCharArray();
    char[] changed = plain.clone();
    int offset = (firstCoding() - 1) % 3;
    for (int base = 0; base < reference.length(); base++) {
      int minus = reference.length() - 1 - base;
      plain[offset + base] = before.charAt(offset + base);
      changed[offset + base] = complement(alternate.charAt(minus));
    }
    return new String(plain) + "/" + new String(changed);
  }

  /** First coding position. */
  public int firstCoding() {
    return Integer.parseInt(coding.replaceAll("^c\\.([0-9]+).*$", "$1"));
  }

  private static char complement(char base) {
    return switch (base) {
      case 'A' -> 'T';
      case 'C' -> 'G';
      case 'G' -> 'C';
      default -> 'A';
    };
  }
}
