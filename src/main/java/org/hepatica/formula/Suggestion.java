package org.hepatica.formula;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The name that was probably meant. */
public final class Suggestion {

  private static final int MOST = 20;

  private Suggestion() {}

  /** "did you mean 'age'?" where a name is near, what there is otherwise. */
  static String among(String word, String kind, Collection<String> names) {
    return asked(word, names).orElse(all(kind, names));
  }

  /** What there is, after a name that is near. */
  static String andAll(String word, String kind, Collection<String> names) {
    return asked(word, names).map(text -> text + " ").orElse("") + all(kind, names);
  }

  private static String all(String kind, Collection<String> names) {
    return "the " + kind + " are: " + listed(names);
  }

  private static String listed(Collection<String> names) {
    String first = names.stream().limit(MOST).collect(Collectors.joining(", "));
    return names.size() <= MOST ? first : first + " and " + (names.size() - MOST) + " more";
  }

  private static Optional<String> asked(String word, Collection<String> names) {
    return nearest(word, names).map(name -> "did you mean '" + name + "'?");
  }

  /** The name that a word is a slip of the pen away from: an edit for every three letters. */
  public static Optional<String> nearest(String word, Collection<String> names) {
    int reach = Math.max(1, word.length() / 3);
    return names.stream()
        .filter(name -> distance(word, name) <= reach)
        .min(Comparator.comparingInt(name -> distance(word, name)));
  }

  /** Edits between two words, letters' case aside; two neighbours swapped are one edit. */
  private static int distance(String first, String second) {
    String a = first.toLowerCase(Locale.ROOT);
    String b = second.toLowerCase(Locale.ROOT);
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : edits(edits, a, b, i, j);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int edits(int[][] known, String a, String b, int i, int j) {
    int replaced = known[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, 1 + Math.min(known[i - 1][j], known[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, known[i - 2][j - 2] + 1) : least;
  }
}
