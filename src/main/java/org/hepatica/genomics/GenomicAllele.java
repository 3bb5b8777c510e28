package org.hepatica.genomics;

import java.util.Locale;

/**
 * A change on the plus strand of a chromosome, common bases trimmed.
 *
 * @param chromosome without chr
 * @param start first replaced base; of an insertion, the base behind it
 * @param reference replaced bases; empty for an insertion
 * @param alternate bases instead; empty for a deletion
 */
public record GenomicAllele(String chromosome, int start, String reference, String alternate) {

  /** An allele as VCF writes it: padded, any case. */
  public static GenomicAllele ofVcf(String contig, int position, String ref, String alt) {
    String reference = ref.toUpperCase(Locale.ROOT);
    String alternate = alt.toUpperCase(Locale.ROOT);
    int end = 0;
    while (end < Math.min(reference.length(), alternate.length())
        && reference.charAt(reference.length() - 1 - end)
            == alternate.charAt(alternate.length() - 1 - end)) {
      end++;
    }
    reference = reference.substring(0, reference.length() - end);
    alternate = alternate.substring(0, alternate.length() - end);
    int begin = 0;
    while (begin < Math.min(reference.length(), alternate.length())
        && reference.charAt(begin) == alternate.charAt(begin)) {
      begin++;
    }
    return new GenomicAllele(
        Bases.chromosome(contig),
        position + begin,
        reference.substring(begin),
        alternate.substring(begin));
  }

  /**
   * An allele as MAF writes it: {@code -} for nothing, an insertion at the base before it, alleles
   * of a minus strand complemented.
   */
  public static GenomicAllele ofMaf(
      String contig, int start, String strand, String ref, String alt) {
    boolean insertion = ref.equals("-");
    String reference = ref.replace("-", "").toUpperCase(Locale.ROOT);
    String alternate = alt.replace("-", "").toUpperCase(Locale.ROOT);
    boolean minus =
        (strand.equals("-") || strand.equals("-1"))
            && Bases.areBases(reference)
            && Bases.areBases(alternate);
    return ofVcf(
        contig,
        insertion ? start + 1 : start,
        minus ? Bases.reverseComplement(reference) : reference,
        minus ? Bases.reverseComplement(alternate) : alternate);
  }

  /** Last replaced base; of an insertion, the base before it. */
  public int end() {
    return start + reference.length() - 1;
  }

  boolean isInsertion() {
    return reference.isEmpty();
  }

  /** Whether both are known bases: not symbolic, not N. */
  boolean hasBases() {
    return Bases.areBases(reference) && Bases.areBases(alternate);
  }
}
