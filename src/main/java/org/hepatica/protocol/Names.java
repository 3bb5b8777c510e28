package org.hepatica.protocol;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Checks of names: known, well formed, each once. */
final class Names {

  private Names() {}

  /** The node's text when it is a known word; else a problem that names the nearest. */
  static Optional<String> known(Node node, Collection<String> known, String what) {
    Optional<String> text = node.text();
    if (text.isEmpty() || known.contains(text.get())) {
      return text;
    }
    node.problem(
        "'" + text.get() + "' is not among the " + what, Nearest.remedy(text.get(), known, what));
    return Optional.empty();
  }

  /** A problem when the name does not match a pattern. */
  static void check(Node node, String name, String pattern) {
    if (!name.matches(pattern)) {
      node.problem(
          "'" + name + "' cannot be a name", "use letters, digits and - _ . only: " + pattern);
    }
  }

  /** The texts without repetitions; each of these is a problem. */
  static List<String> once(Cursor cursor, String key, List<String> texts) {
    Set<String> seen = new HashSet<>();
    for (String text : texts) {
      if (!seen.add(text)) {
        cursor.problem(key, "'" + text + "' stands twice", "name it once");
      }
    }
    return texts.stream().distinct().toList();
  }

  /** A problem for each section of a list whose identity another one before it has. */
  static <T> void distinct(Cursor cursor, String key, List<T> things, Function<T, ?> identity) {
    Set<Object> seen = new HashSet<>();
    List<Node> nodes = cursor.find(key).map(Node::elements).orElse(List.of());
    for (int i = 0; i < things.size() && things.size() == nodes.size(); i++) {
      Object id = identity.apply(things.get(i));
      if (!seen.add(id)) {
        nodes.get(i).problem("'" + id + "' stands twice in " + key, "give each its own");
      }
    }
  }
}
