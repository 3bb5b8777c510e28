package org.hepatica.synthetic.course;

import java.time.LocalDate;
import java.util.Optional;
import org.hepatica.synthetic.allele.Allele;

/**
 * A sample on a platform.
 *
 * @param platform who tested
 * @param specimen what was tested
 * @param outcome what came of it
 * @param allele the variant of a mutated or weakly mutated sample
 * @param extended whether more than codons 12 and 13 were looked at, where the platform has a
 *     choice
 * @param date of the result
 */
public record LabTest(
    Platform platform,
    Course.Specimen specimen,
    Outcome outcome,
    Optional<Allele> allele,
    boolean extended,
    LocalDate date) {

  /** The laboratories. */
  public enum Platform {
    /** Hybrid-capture panel, all codons. */
    IMPACT,
    /** Hotspot genotyping, codons 12 and 13, the second plate 61 too. */
    SEQUENOM,
    /** Exon 2, sometimes 3 and 4. */
    SANGER,
    /** Whole genome, all codons. */
    WGS
  }

  /** What a test comes to. */
  public enum Outcome {
    /** Nothing found where it looked. */
    WILD_TYPE,
    /** A variant. */
    MUTATED,
    /** No usable result. */
    FAILED,
    /** A variant that policy does not accept: too few reads, or filtered. */
    WEAK
  }
}
