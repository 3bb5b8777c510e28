package org.hepatica.genomics;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A reference genome. */
public enum GenomeBuild {
  /** GRCh37, hg19. */
  GRCH37(
      "GRCh37",
      "249250621 243199373 198022430 191154276 180915260 171115067 159138663 146364022 141213431"
          + " 135534747 135006516 133851895 115169878 107349540 102531392 90354753 81195210"
          + " 78077248 59128983 63025520 48129895 51304566 155270560 59373566"),
  /** GRCh38, hg38. */
  GRCH38(
      "GRCh38",
      "248956422 242193529 198295559 190214555 181538259 170805979 159345973 145138636 138394717"
          + " 133797422 135086622 133275309 114364328 107043718 101991189 90338345 83257441"
          + " 80373285 58617616 64444167 46709983 50818468 156040895 57227415");

  private static final List<String> CHROMOSOMES =
      Stream.concat(IntStream.rangeClosed(1, 22).mapToObj(String::valueOf), Stream.of("X", "Y"))
          .toList();

  private static final Pattern IS_37 =
      Pattern.compile("(?:^|grch|b|_v)37(?![0-9])|(?:^|hg|assembly)19(?![0-9])|hs37d5");
  private static final Pattern IS_38 =
      Pattern.compile("(?:^|grch|b|_v|hg|assembly)38(?![0-9])|hs38");

  private final String label;
  private final List<String> lengths;

  GenomeBuild(String label, String lengths) {
    this.label = label;
    this.lengths = List.of(lengths.split(" "));
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

  /** The build in which a chromosome, such as 12 or X, has so many bases. */
  public static Optional<GenomeBuild> ofLength(String chromosome, int length) {
    int place = CHROMOSOMES.indexOf(chromosome);
    for (GenomeBuild build : values()) {
      if (place >= 0 && build.lengths.get(place).equals(String.valueOf(length))) {
        return Optional.of(build);
      }
    }
    return Optional.empty();
  }
}
