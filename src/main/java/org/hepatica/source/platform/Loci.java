package org.hepatica.source.platform;

import java.util.List;
import org.hepatica.genomics.CodingGene;
import org.hepatica.genomics.GenomeBuild;

/** Where on the genome something can be annotated: the readers keep no other line. */
final class Loci {

  private Loci() {}

  /** Whether the interval overlaps a known codon in the build, or in any when it is unknown. */
  static boolean overlap(String build, String contig, int start, int end) {
    List<GenomeBuild> builds =
        GenomeBuild.of(build).map(List::of).orElseGet(() -> List.of(GenomeBuild.values()));
    return CodingGene.ALL.stream()
        .anyMatch(gene -> builds.stream().anyMatch(b -> gene.overlaps(b, contig, start, end)));
  }

  /** Whether anything can be annotated on the contig. */
  static boolean onChromosome(String contig) {
    return CodingGene.ALL.stream()
        .anyMatch(
            gene -> contig.equals(gene.chromosome()) || contig.equals("chr" + gene.chromosome()));
  }
}
