package org.hepatica.genomics;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the place of a coding change on the genome, by a gene's own table of codons: the way back
 * of {@link CodonAnnotator}.
 */
public final class ChangeLocator {

  /** Changes as {@link Variant#codingChange} spells them. */
  private static final Pattern CHANGE =
      Pattern.compile(
          "c\\.(\\d{1,9})(?:_(\\d{1,9}))?(?:([ACGT])>([ACGT])|(dup)|(del)(?:ins([ACGT]+))?|ins([ACGT]+))");

  private final CodingGene gene;
  private final GenomeBuild build;

  /** Finds places of a gene's changes in a build. */
  public ChangeLocator(CodingGene gene, GenomeBuild build) {
    this.gene = gene;
    this.build = build;
  }

  /**
   * The allele of a change, on the plus strand.
   *
   * @param codingChange such as c.35G&gt;A, c.34_35delinsTT or c.36_37insGGT, or null
   * @return empty when the text names no bases, when a base that it touches lies in no known codon,
   *     or when it is another than the text says
   */
  public Optional<GenomicAllele> locate(String codingChange) {
    Matcher parts = CHANGE.matcher(codingChange == null ? "" : codingChange);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(parts.group(1));
    int last = parts.group(2) == null ? first : Integer.parseInt(parts.group(2));
    if (parts.group(8) != null) {
      return last == first + 1 ? inserted(first, parts.group(8)) : Optional.empty();
    }
    Optional<String> reference = bases(first, last);
    if (parts.group(5) != null) {
      return reference.flatMap(doubled -> inserted(last, doubled));
    }
    String stated = parts.group(3);
    String alternate = stated != null ? parts.group(4) : parts.group(7);
    return reference
        .filter(bases -> stated == null || bases.equals(stated))
        .map(
            bases ->
                allele(Math.min(at(first), at(last)), bases, alternate == null ? "" : alternate));
  }

  /** Bases put behind a coding position; the one after it must be known, too. */
  private Optional<GenomicAllele> inserted(int after, String bases) {
    return bases(after, after + 1)
        .map(around -> allele(Math.max(at(after), at(after + 1)), "", bases));
  }

  private GenomicAllele allele(int start, String reference, String alternate) {
    return GenomicAllele.ofVcf(gene.chromosome(), start, plus(reference), plus(alternate));
  }

  private String plus(String coding) {
    return gene.minusStrand() ? Bases.reverseComplement(coding) : coding;
  }

  /** Coding bases of a range that lies in one piece on the genome. */
  private Optional<String> bases(int first, int last) {
    StringBuilder bases = new StringBuilder();
    for (int position = first; position <= last; position++) {
      Optional<KnownCodon> codon = gene.codon((position + 2) / 3);
      if (codon.isEmpty() || position > first && Math.abs(at(position) - at(position - 1)) != 1) {
        return Optional.empty();
      }
      bases.append(codon.get().bases().charAt(position - codon.get().firstCodingPosition()));
    }
    return bases.isEmpty() ? Optional.empty() : Optional.of(bases.toString());
  }

  /** Chromosome position of a coding position in a known codon. */
  private int at(int position) {
    KnownCodon codon = gene.codon((position + 2) / 3).orElseThrow();
    int offset = position - codon.firstCodingPosition();
    return codon.firstPosition(build) + (gene.minusStrand() ? -offset : offset);
  }
}
