package org.hepatica.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An assay of the Sequenom dictionary, held against itself. */
final class AssayReader {

  private static final List<String> STRANDS = List.of("plus", "minus");
  private static final Pattern CHANGE = Pattern.compile("c\\.([0-9]+)([ACGT])>([ACGT])");
  private static final String BASES = "ACGT";

  private AssayReader() {}

  static Optional<Center.SequenomAssay> read(String name, Node node) {
    return Cursor.read(node, AssayReader::assay);
  }

  private static Center.SequenomAssay assay(Cursor c) {
    c.need("codon");
    c.need("alleles");
    int codon = c.atLeast(1, "codon", 0);
    String strand = c.oneOf(STRANDS, "strand", "plus");
    String wildType = c.text("wild-type");
    Map<String, String> alleles = c.textMap("alleles");
    alleles.forEach(
        (allele, change) -> {
          Matcher parts = CHANGE.matcher(change);
          if (!change.startsWith("c.")) {
            c.problem(
                "alleles", "'" + change + "' is no coding change", "write such as \"c.35G>A\"");
          } else if (parts.matches()) {
            agrees(c, codon, parts);
            agrees(c, strand, wildType, parts.group(2), change);
            agrees(c, strand, allele, parts.group(3), change);
          }
        });
    return new Center.SequenomAssay(c.text("gene"), codon, strand, wildType, alleles);
  }

  private static void agrees(Cursor c, int codon, Matcher change) {
    long in = (Long.parseLong(change.group(1)) + 2) / 3;
    if (codon > 0 && in != codon) {
      c.problem(
          "alleles",
          "'" + change.group() + "' lies in codon " + in + ", the assay in " + codon,
          "correct the one that is wrong");
    }
  }

  /** A reported base is the coding sequence's, or its complement on the minus strand. */
  private static void agrees(Cursor c, String strand, String base, String coding, String change) {
    int at = BASES.indexOf(base);
    if (base.length() != 1 || at < 0) {
      return;
    }
    String read = strand.equals("minus") ? BASES.substring(3 - at, 4 - at) : base;
    if (!read.equals(coding)) {
      c.problem(
          "alleles",
          "'" + change + "' does not agree with base " + base + " on strand " + strand,
          "correct the change, the base or the strand");
    }
  }
}
