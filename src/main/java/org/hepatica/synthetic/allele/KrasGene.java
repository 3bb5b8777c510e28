package org.hepatica.synthetic.allele;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * KRAS as this generator knows it: chromosome 12, minus strand, NM_004985 (the codons are the same
 * in NM_033360), GRCh37.
 */
public final class KrasGene {

  /** A silent change inside codon 12, which a careless reader takes for a mutation. */
  public static final Allele SILENT = new Allele("G12=", "c.36T>C", 25398283, "A", "G");

  private static final Map<Integer, String> CODONS =
      Map.of(12, "GGT", 13, "GGC", 59, "GCA", 61, "CAA", 117, "AAA", 146, "GCA");

  /** Covered stretches, ascending: first position and plus-strand bases. */
  public static final List<Stretch> STRETCHES =
      List.of(
          new Stretch(146, 25378560, "TGC"),
          new Stretch(117, 25378647, "TTT"),
          new Stretch(61, 25380275, "TTG"),
          new Stretch(59, 25380281, "TGC"),
          new Stretch(12, 25398280, "GCCACC"));

  private static final Map<String, Allele> ALLELES = new LinkedHashMap<>();

  static {
    add("G12C", "c.34G>T", 25398285, "C", "A");
    add("G12S", "c.34G>A", 25398285, "C", "T");
    add("G12R", "c.34G>C", 25398285, "C", "G");
    add("G12D", "c.35G>A", 25398284, "C", "T");
    add("G12V", "c.35G>T", 25398284, "C", "A");
    add("G12A", "c.35G>C", 25398284, "C", "G");
    add("G12F", "c.34_35delinsTT", 25398284, "CC", "AA");
    add("G13C", "c.37G>T", 25398282, "C", "A");
    add("G13S", "c.37G>A", 25398282, "C", "T");
    add("G13R", "c.37G>C", 25398282, "C", "G");
    add("G13D", "c.38G>A", 25398281, "C", "T");
    add("G13V", "c.38G>T", 25398281, "C", "A");
    add("G13A", "c.38G>C", 25398281, "C", "G");
    add("A59T", "c.175G>A", 25380283, "C", "T");
    add("A59E", "c.176C>A", 25380282, "G", "T");
    add("A59G", "c.176C>G", 25380282, "G", "C");
    add("Q61K", "c.181C>A", 25380277, "G", "T");
    add("Q61E", "c.181C>G", 25380277, "G", "C");
    add("Q61L", "c.182A>T", 25380276, "T", "A");
    add("Q61R", "c.182A>G", 25380276, "T", "C");
    add("Q61P", "c.182A>C", 25380276, "T", "G");
    add("Q61H", "c.183A>C", 25380275, "T", "G");
    add("K117E", "c.349A>G", 25378649, "T", "C");
    add("K117R", "c.350A>G", 25378648, "T", "C");
    add("K117N", "c.351A>C", 25378647, "T", "G");
    add("A146T", "c.436G>A", 25378562, "C", "T");
    add("A146P", "c.436G>C", 25378562, "C", "G");
    add("A146V", "c.437C>T", 25378561, "G", "A");
    add("A146G", "c.437C>G", 25378561, "G", "C");
  }

  private KrasGene() {}

  /**
   * A stretch of the reference that a genome covers.
   *
   * @param codon its first codon
   * @param start first position
   * @param bases plus-strand bases
   */
  public record Stretch(int codon, long start, String bases) {
    /** Last position. */
    public long end() {
      return start + bases.length() - 1;
    }

    /** The reference base at a position inside. */
    public char base(long position) {
      return bases.charAt((int) (position - start));
    }
  }

  /** The allele of a protein change. */
  public static Allele allele(String protein) {
    Allele allele = ALLELES.get(protein);
    if (allele == null) {
      throw new IllegalArgumentException(
          "The generator has no allele for KRAS " + protein + "; known are " + ALLELES.keySet());
    }
    return allele;
  }

  /** Every known protein change. */
  public static List<String> proteins() {
    return List.copyOf(ALLELES.keySet());
  }

  static String codon(int codon) {
    return CODONS.get(codon);
  }

  private static void add(String protein, String coding, long start, String ref, String alt) {
    ALLELES.put(protein, new Allele(protein, coding, start, ref, alt));
  }
}
