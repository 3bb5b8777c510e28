package org.hepatica.genomics;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A reference genome. */
public enum GenomeBuild {
  /** GRCh37, hg19. */
  GRCH37("GRCh37", 133_851_895),
  /** GRCh38, hg38. */
  GRCH38("GRCh38", 133_275_309);

  private static final Pattern IS_37 =
      Pattern.compile("(?:^|grch|b|_v)37(?![0-9])|(?:^|hg|assembly)19(?![0-9])|hs37d5");
  private static final Pattern IS_38 =
      Pattern.compile("(?:^|grch|b|_v|hg|assembly)38(?![0-9])|hs38");

  private final String label;
  private final int chromosome12Length;

  GenomeBuild(String label, int chromosome12Length) {
    this.label = label;
    this.chromosome12Length = chromosome12Length;
  }

  /** As tables write it. */
  public String label() {
    return label;
  }

  /** The build that a file's text names, such as 37, b37, hg19, GRCh37, human_g1k_v37.fasta. */
  public static Optional<GenomeBuild> of(String text) {
    String lower = text == null ? "" : text.trim().toLowerCase(Locale.ROOT);
    boolean is37 = IS_37.matcher(lower).find();
    boolean is38 = IS_38.matcher(lower).find();
    if (is37 == is38) {
      return Optional.empty();
    }
    return Optional.of(is37 ? GRCH37 : GRCH38);
  }

  /** The build whose chromosome 12 has this length. */
  public static Optional<GenomeBuild> ofChromosome12(int length) {
    for (GenomeBuild build : values()) {
      if (build.chromosome12Length == length) {
        return Optional.of(build);
      }
    }
    return Optional.empty();
  }
}
