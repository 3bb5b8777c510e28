package org.hepatica.genomics;

import java.io.Serializable;

/**
 * A codon whose place and bases are known.
 *
 * @param number from 1
 * @param bases on the coding strand
 * @param grch37 chromosome position of its first coding base
 * @param grch38 likewise
 */
public record KnownCodon(int number, String bases, int grch37, int grch38) implements Serializable {

  /** The amino acid, one letter. */
  public String aminoAcid() {
    return AminoAcids.translate(bases);
  }

  /** Coding position of its first base. */
  public int firstCodingPosition() {
    return 3 * number - 2;
  }

  /** Chromosome position of its first coding base. */
  public int firstPosition(GenomeBuild build) {
    return build == GenomeBuild.GRCH37 ? grch37 : grch38;
  }
}
