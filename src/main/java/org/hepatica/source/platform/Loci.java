package org.hepatica.source.platform;

import java.util.List;
import java.util.Locale;
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
    return genes.stream()
        .filter(gene -> isOn(gene, contig))
        .anyMatch(gene -> builds.stream().anyMatch(b -> overlaps(gene, b, start, end)));
  }

  /** Whether anything can be annotated on the contig. */
  boolean onChromosome(String contig) {
    return genes.stream().anyMatch(gene -> isOn(gene, contig));
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

  private static boolean isOn(GeneLocus gene, String contig) {
    String name = contig.strip();
    return name.equals(gene.chromosome())
        || name.length() > 3
            && name.substring(0, 3).toLowerCase(Locale.ROOT).equals("chr")
            && name.substring(3).equals(gene.chromosome());
  }
}
