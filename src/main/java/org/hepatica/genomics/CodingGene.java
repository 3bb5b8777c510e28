package org.hepatica.genomics;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A gene of which some codons are known well enough to annotate genomic alleles.
 *
 * @param symbol HGNC
 * @param entrez NCBI gene id
 * @param chromosome without chr
 * @param minusStrand whether the coding sequence runs downwards
 * @param codons the known ones, ascending
 * @param exonCodons first and last codon by coding exon, as laboratories number them
 */
public record CodingGene(
    String symbol,
    int entrez,
    String chromosome,
    boolean minusStrand,
    List<KnownCodon> codons,
    Map<Integer, CodonRange> exonCodons)
    implements Serializable {

  /** First and last codon, inclusive. */
  public record CodonRange(int first, int last) implements Serializable {}

  /** The known codon of a number. */
  public Optional<KnownCodon> codon(int number) {
    return codons.stream().filter(codon -> codon.number() == number).findFirst();
  }

  /** Lowest chromosome position of a codon. */
  public int lowest(KnownCodon codon, GenomeBuild build) {
    return minusStrand ? codon.firstPosition(build) - 2 : codon.firstPosition(build);
  }

  /** Coding position of a chromosome position inside a known codon. */
  int codingPosition(KnownCodon codon, GenomeBuild build, int position) {
    int offset = position - codon.firstPosition(build);
    return codon.firstCodingPosition() + (minusStrand ? -offset : offset);
  }
}
