package org.hepatica.genomics;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A gene: its spellings, {@code K-RAS}, {@code kras} and {@code KRAS} are one, and what is known of
 * its codons.
 *
 * @param symbol HGNC
 * @param keys its spellings, reduced to upper-case letters and digits
 * @param coding its codons on the genome; null when nothing is known of them
 */
public record Gene(String symbol, Set<String> keys, CodingGene coding) implements Serializable {

  /**
   * Genes that laboratories test beside; a variant behind such a name is not the study's gene's.
   */
  private static final Set<String> NEIGHBOURS =
      Set.of("KRAS", "NRAS", "HRAS", "BRAF", "PIK3CA", "AKT1", "EGFR", "ERBB2", "MAP2K1", "APC");

  /** A symbol with its aliases, known by texts alone. */
  public static Gene of(String symbol, List<String> aliases) {
    return new Gene(
        symbol,
        Stream.concat(Stream.of(symbol), aliases.stream())
            .map(Gene::key)
            .collect(Collectors.toUnmodifiableSet()),
        null);
  }

  /** The same, with its codons on the genome. */
  public Gene at(CodingGene place) {
    return new Gene(symbol, keys, place);
  }

  /** Its codons on the genome, if they are known. */
  public Optional<CodingGene> known() {
    return Optional.ofNullable(coding);
  }

  /** One of its codons, if it is known. */
  Optional<KnownCodon> codon(int number) {
    return known().flatMap(gene -> gene.codon(number));
  }

  /** Whether a text names the gene. */
  public boolean names(String text) {
    return text != null && keys.contains(key(text));
  }

  /** Whether a text names another gene that is well known. */
  boolean namesAnother(String text) {
    return !names(text) && NEIGHBOURS.contains(key(text));
  }

  /** A name without case, hyphens and blanks. */
  public static String key(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }
}
