package org.hepatica.source.platform;

import java.util.List;
import org.hepatica.genomics.Bases;
import org.hepatica.genomics.GenomeBuild;
import org.hepatica.protocol.GeneLocus;

/** Where on the genome something can be annotated: the readers keep no other line. */
final class Loci {

  private final List<GeneLocus> genes;

  Loci(List<GeneLocus> genes) {
    this.genes = genes;
  }

  /** Whether the interval overlaps a known codon in the build, or in any when it is unknown. */
  boolean overlap(String build, String contig, int start, int end) {
    List<GenomeBuild> builds =
        GenomeBuild.of(build).map(List::of).orElseGet(() -> List.of(GenomeBuild.values()));
    String chromosome = Bases.chromosome(contig);
    return genes.stream()
        .filter(gene -> gene.chromosome().equals(chromosome))
        .anyMatch(gene -> builds.stream().anyMatch(b -> overlaps(gene, b, start, end)));
  }

  /** Whether anything can be annotated on the contig. */
  boolean onChromosome(String contig) {
    String chromosome = Bases.chromosome(contig);
    return genes.stream().anyMatch(gene -> gene.chromosome().equals(chromosome));
  }

  private static boolean overlaps(GeneLocus gene, GenomeBuild build, int start, int end) {
    for (GeneLocus.Codon codon : gene.codons()) {
      int first = build == GenomeBuild.GRCH37 ? codon.grch37() : codon.grch38();
      int lowest = gene.isOnMinusStrand() ? first - 2 : first;
      if (start <= lowest + 2 && lowest <= end) {
        return true;
      }
    }
    return false;
  }
}
