package org.hepatica.synthetic.allele;

import java.util.Map;

/** Three letters for one. */
final class AminoAcid {

  private static final Map<Character, String> NAMES =
      Map.ofEntries(
          Map.entry('A', "Ala"),
          Map.entry('C', "Cys"),
          Map.entry('D', "Asp"),
          Map.entry('E', "Glu"),
          Map.entry('F', "Phe"),
          Map.entry('G', "Gly"),
          Map.entry('H', "His"),
          Map.entry('K', "Lys"),
          Map.entry('L', "Leu"),
          Map.entry('N', "Asn"),
          Map.entry('P', "Pro"),
          Map.entry('Q', "Gln"),
          Map.entry('R', "Arg"),
          Map.entry('S', "Ser"),
          Map.entry('T', "Thr"),
          Map.entry('V', "Val"));

  private AminoAcid() {}

  static String threeLetters(char letter) {
    return NAMES.get(letter);
  }
}
