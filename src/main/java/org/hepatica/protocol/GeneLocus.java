package org.hepatica.protocol;

import java.io.Serializable;
import java.util.List;

/**
 * Where a gene lies, and what is known of its codons: {@code conf/genes/<symbol>.conf}, or a file
 * of the program's own.
 *
 * @param symbol HGNC; the name of its file
 * @param aliases other spellings
 * @param entrez NCBI gene id
 * @param chromosome without chr
 * @param strand plus or minus: which way the coding sequence runs
 * @param aminoAcids of the protein; 0 where the file does not say
 * @param codons those that genomic alleles can be annotated at, ascending
 * @param exons coding exons as laboratories number them, ascending; may be empty
 */
public record GeneLocus(
    String symbol,
    List<String> aliases,
    int entrez,
    String chromosome,
    String strand,
    int aminoAcids,
    List<Codon> codons,
    List<Exon> exons)
    implements Serializable {

  /** The coding sequence runs downwards. */
  public static final String MINUS = "minus";

  /** The coding sequence runs upwards. */
  public static final String PLUS = "plus";

  /**
   * A codon.
   *
   * @param number from 1
   * @param bases three, of the coding strand
   * @param grch37 chromosome position of its first coding base
   * @param grch38 likewise
   */
  public record Codon(int number, String bases, int grch37, int grch38) implements Serializable {}

  /**
   * An exon.
   *
   * @param number as laboratories number it
   * @param firstCodon the first codon that it has a base of
   * @param lastCodon the last one
   */
  public record Exon(int number, int firstCodon, int lastCodon) implements Serializable {}

  /** Keeps the lists unchangeable, and in an order that is the same in every process. */
  public GeneLocus {
    aliases = List.copyOf(aliases);
    codons = List.copyOf(codons);
    exons = List.copyOf(exons);
  }

  /** Whether the coding sequence runs downwards. */
  public boolean isOnMinusStrand() {
    return strand.equals(MINUS);
  }
}
