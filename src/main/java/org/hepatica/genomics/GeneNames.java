package org.hepatica.genomics;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A gene's symbol and its spellings; {@code K-RAS}, {@code kras} and {@code KRAS} are one.
 *
 * @param symbol HGNC
 * @param keys its spellings, reduced to upper-case letters and digits
 */
public record GeneNames(String symbol, Set<String> keys) implements Serializable {

  /**
   * Genes that laboratories test beside; a variant behind such a name is not the study's gene's.
   */
  private static final Set<String> NEIGHBOURS =
      Set.of("KRAS", "NRAS", "HRAS", "BRAF", "PIK3CA", "AKT1", "EGFR", "ERBB2", "MAP2K1", "APC");

  /** A symbol with its aliases. */
  public static GeneNames of(String symbol, List<String> aliases) {
    return new GeneNames(
        symbol,
        Stream.concat(Stream.of(symbol), aliases.stream())
            .map(GeneNames::key)
            .collect(Collectors.toUnmodifiableSet()));
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
