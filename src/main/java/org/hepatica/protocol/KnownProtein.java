package org.hepatica.protocol;

import java.util.List;
import java.util.Optional;
import org.hepatica.genomics.KnownCodon;

/** What a study may not say of a gene that is known: codons and amino acids that it has not. */
final class KnownProtein {

  private final GeneLocus gene;

  private KnownProtein(GeneLocus gene) {
    this.gene = gene;
  }

  static Optional<KnownProtein> among(List<GeneLocus> genes, String symbol) {
    return genes.stream()
        .filter(gene -> gene.symbol().equals(symbol))
        .findFirst()
        .map(KnownProtein::new);
  }

  /** Tells of a codon behind the protein's end. */
  void check(Cursor c, String key, List<Integer> codons) {
    int last = gene.aminoAcids();
    codons.stream()
        .filter(codon -> last > 0 && codon > last)
        .findFirst()
        .ifPresent(
            codon ->
                c.problem(
                    key,
                    "codon %d lies behind the end of %s, at %d"
                        .formatted(codon, gene.symbol(), last),
                    "name codons of the protein; behind it nobody could be mutated"));
  }

  /** Tells of a change from an amino acid that does not stand there. */
  void check(String change, int codon, Node node) {
    gene.codons().stream()
        .filter(known -> known.number() == codon && known.bases().matches("[ACGT]{3}"))
        .map(known -> new KnownCodon(codon, known.bases(), known.grch37(), known.grch38()))
        .filter(known -> !change.startsWith(known.aminoAcid()))
        .findFirst()
        .ifPresent(
            known ->
                node.problem(
                    "codon %d of %s is %s, not %s"
                        .formatted(codon, gene.symbol(), known.aminoAcid(), change.substring(0, 1)),
                    "write such as " + known.aminoAcid() + change.substring(1)));
  }
}
