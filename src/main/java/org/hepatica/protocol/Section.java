package org.hepatica.protocol;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValueType;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A section of a conf file, read key by key. It remembers which keys it was asked for: {@link #end}
 * refuses the others.
 */
class Section {

  private final Reading reading;
  private final String key;
  private final ConfigObject object;
  private final Position position;
  private final Set<String> asked = new LinkedHashSet<>();

  Section(Reading reading, String key, ConfigObject object, Position position) {
    this.reading = reading;
    this.key = key;
    this.object = object;
    this.position = position;
  }

  final Reading reading() {
    return reading;
  }

  final Position position() {
    return position;
  }

  /** The section's keys in the file's order, for sections whose keys are names. */
  final List<String> names() {
    Outline outline = reading.outline();
    return object.keySet().stream()
        .sorted(
            Comparator.<String>comparingInt(name -> outline.order(Keys.child(key, name)))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** The value of a key; empty when absent. */
  final Optional<Node> find(String name) {
    asked.add(name);
    if (!object.containsKey(name)) {
      return Optional.empty();
    }
    Node node = new Node(reading, Keys.child(key, name), object.get(name));
    if (node.value().valueType() == ConfigValueType.NULL) {
      node.problem("null is no value", "leave the key out");
      return Optional.empty();
    }
    return Optional.of(node);
  }

  /** The value of a key that must be there. */
  final Optional<Node> need(String name) {
    final Optional<Node> node = find(name);
    if (!object.containsKey(name)) {
      Position missing = new Position(position.file(), position.line(), Keys.child(key, name));
      reading.problem(missing, "missing", "add " + name + " to this section");
    }
    return node;
  }

  /** A problem with a key of the section; with the section itself when the key is absent. */
  final void problem(String name, String what, String remedy) {
    Position at =
        object.containsKey(name)
            ? reading.position(Keys.child(key, name), object.get(name))
            : new Position(position.file(), position.line(), Keys.child(key, name));
    reading.problem(at, what, remedy);
  }

  /** Refuses the keys that nobody asked for. */
  final void end() {
    for (String name : names()) {
      if (!asked.contains(name)) {
        problem(name, "unknown key", Nearest.remedy(name, asked, "keys here"));
      }
    }
  }
}
