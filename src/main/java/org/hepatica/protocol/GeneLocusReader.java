package org.hepatica.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The section {@code gene} of a file in {@code conf/genes}. */
final class GeneLocusReader {

  private static final String NUMBER = "[1-9][0-9]{0,4}";
  private static final Pattern RANGE = Pattern.compile("(" + NUMBER + ")-(" + NUMBER + ")");

  private final String fileName;

  /** With the name that the file's name gives the gene. */
  GeneLocusReader(String fileName) {
    this.fileName = fileName;
  }

  GeneLocus read(Cursor c) {
    String symbol = c.text("symbol");
    if (!symbol.isBlank() && !symbol.equals(fileName)) {
      c.problem(
          "symbol",
          "'" + symbol + "' is not the file's name",
          "write symbol = " + fileName + ", or rename the file to " + symbol + ".conf");
    }
    String chromosome = c.text("chromosome");
    if (!chromosome.matches("[1-9]|1[0-9]|2[0-2]|X|Y|MT|")) {
      c.problem("chromosome", "'" + chromosome + "' is no chromosome", "write 1 to 22, X, Y or MT");
    }
    c.need("strand");
    String strand = c.oneOf(List.of(GeneLocus.PLUS, GeneLocus.MINUS), "strand", GeneLocus.PLUS);
    c.need("codons");
    return new GeneLocus(
        symbol,
        c.texts("aliases", List.of()),
        c.atLeast(0, "entrez", 0),
        chromosome,
        strand,
        c.atLeast(0, "amino-acids", 0),
        sorted(c.named("codons", GeneLocusReader::codon).values(), GeneLocus.Codon::number),
        sorted(c.named("exons", GeneLocusReader::exon).values(), GeneLocus.Exon::number));
  }

  private static Optional<GeneLocus.Codon> codon(String name, Node node) {
    Names.check(node, name, NUMBER);
    return name.matches(NUMBER)
        ? Cursor.read(node, c -> codon(Integer.parseInt(name), c))
        : Optional.empty();
  }

  private static GeneLocus.Codon codon(int number, Cursor c) {
    String bases = c.text("bases");
    if (!bases.matches("[ACGT]{3}|")) {
      c.problem("bases", "'" + bases + "' is no codon", "write three of A, C, G, T");
    }
    c.need("grch37");
    c.need("grch38");
    return new GeneLocus.Codon(number, bases, c.atLeast(1, "grch37", 1), c.atLeast(1, "grch38", 1));
  }

  private static Optional<GeneLocus.Exon> exon(String name, Node node) {
    Names.check(node, name, NUMBER);
    Matcher range = RANGE.matcher(node.text().orElse(""));
    if (!range.matches() || !name.matches(NUMBER)) {
      node.problem("is no range of codons", "write such as \"1-37\"");
      return Optional.empty();
    }
    return Optional.of(
        new GeneLocus.Exon(
            Integer.parseInt(name),
            Integer.parseInt(range.group(1)),
            Integer.parseInt(range.group(2))));
  }

  private static <T> List<T> sorted(Collection<T> things, ToIntFunction<T> by) {
    List<T> sorted = new ArrayList<>(things);
    sorted.sort(Comparator.comparingInt(by));
    return sorted;
  }
}
