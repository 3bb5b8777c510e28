package org.hepatica.genomics;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one protein change in upper case, such as {@code G12D} or {@code P.(GLY12ASP)}. */
final class ProteinNotation {

  private static final String BODY =
      "("
          + AminoAcids.PATTERN
          + ")(\\d{1,4})(?:_("
          + AminoAcids.PATTERN
          + ")(\\d{1,4}))?(?:(DELINS|DEL|INS|DUP|EXT|_SPLICE|"
          + AminoAcids.PATTERN
          + "?FS)([A-Z0-9*]*)|("
          + AminoAcids.PATTERN
          + "|[=?]))";

  /** One change, upper case. */
  static final String PATTERN =
      "(?<![A-Z0-9.])(?:P\\.)?\\(?" + BODY.replaceAll("\\((?!\\?)", "(?:") + "(?![A-Z0-9*])";

  private static final Pattern PARTS = Pattern.compile("^(?:P\\.)?\\(?" + BODY + "$");

  private ProteinNotation() {}

  /** The variant of a text that {@link #PATTERN} matches. */
  static Reading<Variant> read(Gene gene, String text) {
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      return Reading.defect("'" + text + "' is no protein change");
    }
    String reference = AminoAcids.oneLetter(parts.group(1));
    int codon = Integer.parseInt(parts.group(2));
    Optional<KnownCodon> known = gene.codon(codon);
    boolean splice = "_SPLICE".equals(parts.group(5));
    if (!splice && known.isPresent() && !known.get().aminoAcid().equals(reference)) {
      return Reading.defect(
          "reference "
              + reference
              + codon
              + " is not "
              + gene.symbol()
              + "'s, which is "
              + known.get().aminoAcid()
              + codon);
    }
    return Reading.of(
        parts.group(7) != null
            ? Variant.substitution(
                gene.symbol(), codon, reference, AminoAcids.oneLetter(parts.group(7)), null)
            : other(gene, reference, codon, parts));
  }

  private static Variant other(Gene gene, String reference, int codon, Matcher parts) {
    boolean frameshift = parts.group(5).endsWith("FS");
    int last = parts.group(4) == null ? codon : Integer.parseInt(parts.group(4));
    String range =
        parts.group(4) == null
            ? reference + codon
            : reference + codon + "_" + AminoAcids.oneLetter(parts.group(3)) + last;
    String kind = frameshift ? "fs" : parts.group(5).toLowerCase(Locale.ROOT);
    boolean shows = parts.group(5).endsWith("INS");
    return new Variant(
        gene.symbol(),
        codon,
        last,
        reference,
        null,
        range + kind + (shows ? inserted(parts.group(6)) : ""),
        null,
        consequence(kind));
  }

  private static Consequence consequence(String kind) {
    return switch (kind) {
      case "fs" -> Consequence.FRAMESHIFT;
      case "_splice" -> Consequence.SPLICE;
      case "ext" -> Consequence.STOP_OR_START_LOST;
      default -> Consequence.IN_FRAME;
    };
  }

  /** Inserted residues, one letter each; a text of known three-letter names only is shortened. */
  private static String inserted(String text) {
    if (text.length() % 3 != 0) {
      return text;
    }
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < text.length(); i += 3) {
      String one = AminoAcids.oneLetter(text.substring(i, i + 3));
      if (one.length() != 1) {
        return text;
      }
      result.append(one);
    }
    return result.toString();
  }
}
