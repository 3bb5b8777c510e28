package org.hepatica.genomics;

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
    Map<Integer, CodonRange> exonCodons) {

  /** First and last codon, inclusive. */
  public record CodonRange(int first, int last) {}

  /** KRAS, ENST00000311936; codons 12 to 146 are the same in isoforms 4A and 4B. */
  public static final CodingGene KRAS =
      new CodingGene(
          "KRAS",
          3845,
          "12",
          true,
          List.of(
              new KnownCodon(12, "GGT", 25398285, 25245351),
              new KnownCodon(13, "GGC", 25398282, 25245348),
              new KnownCodon(59, "GCA", 25380283, 25227349),
              new KnownCodon(61, "CAA", 25380277, 25227343),
              new KnownCodon(117, "AAA", 25378649, 25225715),
              new KnownCodon(146, "GCA", 25378562, 25225628)),
          Map.of(
              2, new CodonRange(1, 37),
              3, new CodonRange(38, 97),
              4, new CodonRange(97, 150)));

  /** Every gene that is known so. */
  public static final List<CodingGene> ALL = List.of(KRAS);

  /** The known gene of a symbol. */
  public static Optional<CodingGene> of(String symbol) {
    return ALL.stream().filter(gene -> gene.symbol.equals(symbol)).findFirst();
  }

  /** The known codon of a number. */
  public Optional<KnownCodon> codon(int number) {
    return codons.stream().filter(codon -> codon.number() == number).findFirst();
  }

  /** Lowest chromosome position of a codon. */
  public int lowest(KnownCodon codon, GenomeBuild build) {
    return minusStrand ? codon.firstPosition(build) - 2 : codon.firstPosition(build);
  }

  /** Whether the closed interval of a chromosome overlaps a known codon, in the build. */
  public boolean overlaps(GenomeBuild build, String contig, int start, int end) {
    return chromosome.equals(Bases.chromosome(contig))
        && codons.stream().anyMatch(c -> start <= lowest(c, build) + 2 && lowest(c, build) <= end);
  }

  /** Coding position of a chromosome position inside a known codon. */
  int codingPosition(KnownCodon codon, GenomeBuild build, int position) {
    int offset = position - codon.firstPosition(build);
    return codon.firstCodingPosition() + (minusStrand ? -offset : offset);
  }
}
