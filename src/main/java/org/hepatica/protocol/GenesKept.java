package org.hepatica.protocol;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Genes of which records are kept at the door: a laboratory's files are of hundreds.
 *
 * @param loci whose places on the genome are known: a genome's line is kept at their codons
 * @param names of these and of genes that studies know by their texts alone, and their Entrez
 *     numbers: a row of mutations is kept that has one of them. Empty for all rows
 */
public record GenesKept(List<GeneLocus> loci, List<String> names) {

  /** Keeps them unchangeable. */
  public GenesKept {
    loci = List.copyOf(loci);
    names = List.copyOf(names);
  }

  /** Genes with their places, and all rows of mutations. */
  public static GenesKept at(List<GeneLocus> loci) {
    return new GenesKept(loci, List.of());
  }

  /** Genes with their places, and those of studies. */
  static GenesKept of(List<GeneLocus> loci, Stream<Study.Gene> ofStudies) {
    Set<String> names = new TreeSet<>();
    for (GeneLocus gene : loci) {
      names.add(gene.symbol());
      names.addAll(gene.aliases());
      if (gene.entrez() > 0) {
        names.add(String.valueOf(gene.entrez()));
      }
    }
    ofStudies.forEach(
        gene -> {
          names.add(gene.symbol());
          names.addAll(gene.aliases());
        });
    return new GenesKept(loci, List.copyOf(names));
  }
}
