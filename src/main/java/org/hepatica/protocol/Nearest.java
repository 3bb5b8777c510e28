package org.hepatica.protocol;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that somebody probably meant. */
public final class Nearest {

  private Nearest() {}

  /** The known word within a third of the given one's letters, two at least; else empty. */
  public static Optional<String> to(String word, Collection<String> known) {
    int far = Math.max(2, word.length() / 3);
    return known.stream()
        .filter(candidate -> distance(word, candidate) <= far)
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
  }

  /** Remedy for a word that is none of the known: the nearest, and all of them. */
  public static String remedy(String word, Collection<String> known, String what) {
    if (known.isEmpty()) {
      return "there are no " + what + " to name; add one, or leave this out";
    }
    String hint = to(word, known).map(near -> "did you mean '" + near + "'? ").orElse("");
    return hint + "known " + what + ": " + String.join(", ", known);
  }

  /** Levenshtein's distance, capitals counting as small letters. */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
