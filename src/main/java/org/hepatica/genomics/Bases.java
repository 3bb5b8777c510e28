package org.hepatica.genomics;

import java.util.Locale;

/** Small things about bases and chromosome names. */
public final class Bases {

  private static final String FROM = "ACGT";
  private static final String TO = "TGCA";

  private Bases() {}

  static boolean areBases(String text) {
    return text.chars().allMatch(c -> FROM.indexOf(c) >= 0);
  }

  static char complement(char base) {
    return TO.charAt(FROM.indexOf(base));
  }

  static String reverseComplement(String bases) {
    StringBuilder result = new StringBuilder();
    for (int i = bases.length() - 1; i >= 0; i--) {
      result.append(complement(bases.charAt(i)));
    }
    return result.toString();
  }

  /** A chromosome's name without chr. */
  public static String chromosome(String contig) {
    String name = contig.trim();
    return name.toLowerCase(Locale.ROOT).startsWith("chr") ? name.substring(3) : name;
  }
}
