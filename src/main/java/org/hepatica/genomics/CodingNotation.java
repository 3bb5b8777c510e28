package org.hepatica.genomics;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one HGVS coding change in upper case, such as {@code C.35G>A} or {@code 34_35DELINSTT}. */
final class CodingNotation {

  private static final String POSITION = "[-*]?\\d{1,9}(?:[+-]\\d{1,9})?";

  /** One change, upper case, with or without its transcript and {@code c.}. */
  static final String PATTERN =
      "(?:(?:ENST|NM_|CCDS)[0-9.]+(?:\\([A-Z0-9-]+\\))?:)?(?:C\\."
          + POSITION
          + "(?:_"
          + POSITION
          + ")?(?:[ACGT]+>[ACGT]+|DEL[ACGT]*INS[ACGT]+|DEL[ACGT]*|INS[ACGT]+|DUP[ACGT]*|=)"
          + "|\\d+[ACGT]>[ACGT])(?![A-Z0-9])";

  private static final Pattern PARTS =
      Pattern.compile(
          "^(?:.*:)?(?:C\\.)?("
              + POSITION
              + ")(?:_("
              + POSITION
              + "))?(?:([ACGT]+)>([ACGT]+)|(DEL)?([ACGT]*?)(INS|DUP)?([ACGT]*)|(=))$");

  private CodingNotation() {}

  /** The variant of a text that {@link #PATTERN} matches. */
  static Reading<Variant> read(Gene gene, String text) {
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      return Reading.defect("'" + text + "' is no coding change");
    }
    if (!parts.group(1).matches("\\d+")) {
      return Reading.of(
          Variant.touching(
              gene.symbol(), 0, 0, spelled(parts, parts.group(3)), Consequence.NON_CODING));
    }
    int first = Integer.parseInt(parts.group(1));
    boolean ranged = parts.group(2) != null && parts.group(2).matches("\\d+");
    int last = ranged ? Integer.parseInt(parts.group(2)) : first;
    if (parts.group(3) != null && parts.group(3).length() > 1) {
      last = first + parts.group(3).length() - 1;
    }
    return change(gene, first, last, parts);
  }

  private static Reading<Variant> change(Gene gene, int first, int last, Matcher parts) {
    if (parts.group(9) != null) {
      return Reading.of(
          Variant.touching(
              gene.symbol(), codon(first), codon(last), "c." + first + "=", Consequence.SILENT));
    }
    String deleted = parts.group(3) != null ? parts.group(3) : parts.group(6);
    String inserted = inserted(parts);
    boolean replaces = parts.group(3) != null || "DEL".equals(parts.group(5));
    int length = replaces ? last - first + 1 : 0;
    String spelled = spelling(first, last, replaces, deleted, inserted, parts.group(7));
    if (replaces && inserted.length() == length) {
      return substitution(gene, first, last, deleted, inserted, spelled);
    }
    boolean dup = "DUP".equals(parts.group(7));
    int added = dup ? last - first + 1 : inserted.length() - length;
    return Reading.of(
        Variant.touching(
            gene.symbol(),
            codon(first),
            codon(last),
            spelled,
            added % 3 == 0 ? Consequence.IN_FRAME : Consequence.FRAMESHIFT));
  }

  private static String inserted(Matcher parts) {
    if (parts.group(4) != null) {
      return parts.group(4);
    }
    return "INS".equals(parts.group(7)) ? parts.group(8) : "";
  }

  private static Reading<Variant> substitution(
      Gene gene, int first, int last, String deleted, String inserted, String spelled) {
    Optional<KnownCodon> known = gene.codon(codon(first));
    if (known.isEmpty() || codon(first) != codon(last)) {
      return Reading.of(
          Variant.touching(gene.symbol(), codon(first), codon(last), spelled, Consequence.UNKNOWN));
    }
    KnownCodon codon = known.get();
    int index = first - codon.firstCodingPosition();
    StringBuilder bases = new StringBuilder(codon.bases());
    if (!deleted.isEmpty() && !codon.bases().startsWith(deleted, index)) {
      return Reading.defect(
          "reference "
              + deleted
              + " of "
              + spelled
              + " is not "
              + gene.symbol()
              + "'s: codon "
              + codon.number()
              + " is "
              + codon.bases());
    }
    bases.replace(index, index + inserted.length(), inserted);
    return Reading.of(
        Variant.substitution(
            gene.symbol(),
            codon.number(),
            codon.aminoAcid(),
            AminoAcids.translate(bases.toString()),
            spelled));
  }

  private static String spelling(
      int first, int last, boolean replaces, String deleted, String inserted, String kind) {
    if (replaces && first == last && deleted.length() == 1 && inserted.length() == 1) {
      return "c." + first + deleted + ">" + inserted;
    }
    String range = first == last ? "c." + first : "c." + first + "_" + last;
    if ("DUP".equals(kind)) {
      return range + "dup";
    }
    return range + (replaces ? "del" : "") + (inserted.isEmpty() ? "" : "ins" + inserted);
  }

  private static String spelled(Matcher parts, String reference) {
    return reference == null
        ? "c." + parts.group(1)
        : "c." + parts.group(1) + reference + ">" + parts.group(4);
  }

  private static int codon(int codingPosition) {
    return (codingPosition + 2) / 3;
  }
}
