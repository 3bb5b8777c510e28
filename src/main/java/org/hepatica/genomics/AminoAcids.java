package org.hepatica.genomics;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The standard genetic code, and the one- and three-letter names of its amino acids. */
final class AminoAcids {

  /** Alternation of a regular expression, upper case: three-letter names before one-letter ones. */
  static final String PATTERN =
      "(?:ALA|ARG|ASN|ASP|CYS|GLN|GLU|GLY|HIS|ILE|LEU|LYS|MET|PHE|PRO|SER|THR|TRP|TYR|VAL|SEC|TER"
          + "|[ACDEFGHIKLMNPQRSTVWYUX*])";

  private static final String THREE_LETTERS =
      "ALA A ARG R ASN N ASP D CYS C GLN Q GLU E GLY G HIS H ILE I LEU L LYS K MET M PHE F PRO P"
          + " SER S THR T TRP W TYR Y VAL V SEC U TER *";

  /** Amino acids of the codons TTT, TTC, TTA, TTG, TCT, ... in the order T, C, A, G. */
  private static final String CODE =
      "FFLLSSSSYY**CC*WLLLLPPPPHHQQRRRRIIIMTTTTNNKKSSRRVVVVAAAADDEEGGGG";

  private static final String BASES = "TCAG";
  private static final Map<String, String> ONE_LETTER = oneLetter();

  private AminoAcids() {}

  /** The amino acid of three coding bases, {@code *} for a stop. */
  static String translate(String codon) {
    int index = 0;
    for (char base : codon.toCharArray()) {
      int digit = BASES.indexOf(base);
      if (digit < 0 || codon.length() != 3) {
        throw new IllegalArgumentException("'" + codon + "' is not three bases of ACGT");
      }
      index = 4 * index + digit;
    }
    return CODE.substring(index, index + 1);
  }

  /** The one-letter name of a one- or three-letter name. */
  static String oneLetter(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return ONE_LETTER.getOrDefault(upper, upper);
  }

  private static Map<String, String> oneLetter() {
    Map<String, String> names = new HashMap<>();
    String[] words = THREE_LETTERS.split(" ");
    for (int i = 0; i < words.length; i += 2) {
      names.put(words[i], words[i + 1]);
    }
    return Map.copyOf(names);
  }
}
