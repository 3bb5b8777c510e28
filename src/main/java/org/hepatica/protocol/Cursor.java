package org.hepatica.protocol;

import com.typesafe.config.ConfigObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Reads the values of a section by type. A problem never stops the reading; the value read in its
 * place is empty or the default, and the record made of it is never handed out.
 */
final class Cursor extends Section {

  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";

  Cursor(Reading reading, String key, ConfigObject object, Position position) {
    super(reading, key, object, position);
  }

  Optional<String> optional(String name) {
    return find(name).flatMap(Node::text);
  }

  String text(String name, String absent) {
    return optional(name).orElse(absent);
  }

  /** A text that must be there and not be blank. */
  String text(String name) {
    Optional<String> text = need(name).flatMap(Node::text);
    if (text.filter(String::isBlank).isPresent()) {
      problem(name, "empty", "give it a text");
    }
    return text.orElse("");
  }

  /** A mandatory text that is also a folder's, file's or column's name. */
  String name(String name) {
    String text = text(name);
    if (!text.isBlank()) {
      Names.check(find(name).orElseThrow(), text, NAME);
    }
    return text;
  }

  boolean truth(String name, boolean absent) {
    return find(name).flatMap(Node::truth).orElse(absent);
  }

  int atLeast(int least, String name, int absent) {
    Optional<Integer> number = find(name).flatMap(Node::integer);
    if (number.filter(n -> n < least).isPresent()) {
      problem(name, number.get() + " is too small", "give it " + least + " or more");
    }
    return number.orElse(absent);
  }

  /** A number strictly between 0 and 1. */
  double probability(String name, double absent) {
    Optional<Double> number = find(name).flatMap(Node::number);
    if (number.filter(n -> n <= 0 || n >= 1).isPresent()) {
      problem(name, number.get() + " is not between 0 and 1", "give a number such as " + absent);
    }
    return number.orElse(absent);
  }

  Optional<LocalDate> date(String name) {
    return find(name).flatMap(Node::date);
  }

  /** One of the known words. */
  String oneOf(Collection<String> known, String name, String absent) {
    return find(name).flatMap(node -> Names.known(node, known, "values")).orElse(absent);
  }

  /** Names, each once, of things that exist; empty when absent. */
  List<String> references(Collection<String> known, String name, String what) {
    List<String> found = new ArrayList<>();
    for (Node node : find(name).map(Node::elements).orElse(List.of())) {
      Names.known(node, known, what).ifPresent(found::add);
    }
    return Names.once(this, name, found);
  }

  /** The name of a thing that exists; empty when absent. */
  Optional<String> reference(Collection<String> known, String name, String what) {
    return find(name).flatMap(node -> Names.known(node, known, what));
  }

  /** Texts, each once; the default when absent. */
  List<String> texts(String name, List<String> absent) {
    return find(name)
        .map(n -> n.elements().stream().flatMap(e -> e.text().stream()).toList())
        .map(texts -> Names.once(this, name, texts))
        .orElse(absent);
  }

  /** A text or a list of them; empty when absent. */
  List<String> oneOrMore(String name) {
    Optional<Node> node = find(name);
    return node.isPresent() && !node.get().isList()
        ? node.get().text().stream().toList()
        : texts(name, List.of());
  }

  /** Texts by text in the file's order; empty when absent. */
  Map<String, String> textMap(String name) {
    return named(name, (each, node) -> node.text());
  }

  /** Things by name in the file's order; empty when absent. Null-free, unchangeable. */
  <T> Map<String, T> named(String name, BiFunction<String, Node, Optional<T>> read) {
    Map<String, T> all = new LinkedHashMap<>();
    Optional<Cursor> section = find(name).flatMap(Node::object);
    for (String each : section.map(Cursor::names).orElse(List.of())) {
      section
          .get()
          .find(each)
          .flatMap(node -> read.apply(each, node))
          .ifPresent(thing -> all.put(each, thing));
    }
    return Collections.unmodifiableMap(all);
  }

  /** Things by name, where the names become parts of results or of SQL. */
  <T> Map<String, T> identified(String name, BiFunction<String, Node, Optional<T>> read) {
    return named(
        name,
        (each, node) -> {
          Names.check(node, each, NAME);
          return read.apply(each, node);
        });
  }

  /** A section by a reader, its unknown keys refused; empty when absent. */
  <T> Optional<T> section(String name, Function<Cursor, T> read) {
    return find(name).flatMap(node -> read(node, read));
  }

  /** Sections of a list, each by a reader; empty when absent. */
  <T> List<T> sections(String name, Function<Cursor, T> read) {
    return find(name).map(Node::elements).orElse(List.of()).stream()
        .flatMap(node -> read(node, read).stream())
        .toList();
  }

  /** A node as a section by a reader, its unknown keys refused. */
  static <T> Optional<T> read(Node node, Function<Cursor, T> read) {
    return node.object()
        .map(
            cursor -> {
              T thing = read.apply(cursor);
              cursor.end();
              return thing;
            });
  }

  /** Mandatory SQL over a scope. */
  String sql(String name, String scope) {
    String sql = text(name);
    find(name).ifPresent(node -> reading().expression(node.position(), sql, scope));
    return sql;
  }

  /** SQL over a scope, when it is there. */
  Optional<String> optionalSql(String name, String scope) {
    return find(name).isPresent() ? Optional.of(sql(name, scope)) : Optional.empty();
  }
}
