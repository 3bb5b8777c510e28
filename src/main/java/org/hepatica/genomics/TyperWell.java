package org.hepatica.genomics;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads a row of a Typer export: the alleles of one well, or no call. */
final class TyperWell {

  private static final Map<String, String> GRADES =
      Map.of(
          "CONSERVATIVE", "A",
          "MODERATE", "B",
          "AGGRESSIVE", "C",
          "LOWPROBABILITY", "D",
          "USERCALL", "E",
          "BADSPECTRUM", "I",
          "NOALLELES", "N");

  private TyperWell() {}

  /** The called alleles, one of a homozygote; empty for no call. */
  static Set<String> alleles(GenePolicy policy, Observation row) {
    String genotype = row.cell("GENOTYPE_ID").toUpperCase(Locale.ROOT);
    if (!isCall(policy, row) || genotype.isEmpty() || genotype.matches("N[N./ ]*")) {
      return Set.of();
    }
    Set<String> alleles = new TreeSet<>();
    List<String> parts = List.of(genotype.split("[^A-Z]+"));
    for (String part : parts) {
      if (Bases.areBases(part)) {
        part.chars().forEach(c -> alleles.add(String.valueOf((char) c)));
      } else if (!part.isEmpty()) {
        alleles.add(part);
      }
    }
    return alleles;
  }

  private static boolean isCall(GenePolicy policy, Observation row) {
    String text = row.cell("DESCRIPTION").isEmpty() ? row.cell("STATUS") : row.cell("DESCRIPTION");
    boolean graded = row.cells().containsKey("DESCRIPTION") || row.cells().containsKey("STATUS");
    return !graded || policy.typerGrades().contains(grade(text));
  }

  private static String grade(String text) {
    String key = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
    if (text.matches("(?i)[A-Z](\\..*)?")) {
      return key.substring(0, 1);
    }
    return GRADES.getOrDefault(key, "");
  }
}
