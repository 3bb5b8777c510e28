package org.hepatica.formula;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The name that was probably meant. */
final class Suggestion {

  private static final int MOST = 20;

  private Suggestion() {}

  /** "did you mean 'age'?" where a name is near, what there is otherwise. */
  static String among(String word, String kind, Collection<String> names) {
    Optional<String> nearest = nearest(word, names);
    return nearest
        .map(name -> "did you mean '" + name + "'?")
        .orElse("the " + kind + " are: " + listed(names));
  }

  private static String listed(Collection<String> names) {
    String first = names.stream().limit(MOST).collect(Collectors.joining(", "));
    return names.size() <= MOST ? first : first + " and " + (names.size() - MOST) + " more";
  }

  private static Optional<String> nearest(String word, Collection<String> names) {
    int reach = Math.max(1, word.length() / 3);
    return names.stream()
        .filter(name -> distance(word, name) <= reach)
        .min(Comparator.comparingInt(name -> distance(word, name)));
  }

  /** Edits between two words, letters' case aside. */
  private static int distance(String first, String second) {
    String a = first.toLowerCase(Locale.ROOT);
    String b = second.toLowerCase(Locale.ROOT);
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[b.length()];
  }
}
