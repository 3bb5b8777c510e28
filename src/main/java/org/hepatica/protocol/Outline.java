package org.hepatica.protocol;

import com.typesafe.config.ConfigUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The keys of a HOCON text in the order in which they are written, with their lines.
 *
 * <p>Typesafe config keeps objects in hash maps, merges a key that is stated twice without a word,
 * and loses the line of an object that is overridden in part. Order means something here (levels,
 * endpoints, tables), and a key stated twice is a mistake, so a small scan beside the parser keeps
 * them. It reads only text that the parser has accepted.
 */
final class Outline {

  /** A key that is stated twice. */
  record Twice(String key, int line, int firstLine) {}

  private static final Pattern INCLUDE =
      Pattern.compile("include\\s*\"|include\\s+(required|file|url|classpath)\\s*\\(");

  private final String text;
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final Map<String, Integer> orders = new HashMap<>();
  private final Map<String, Integer> stated = new HashMap<>();
  private final List<Twice> twice = new ArrayList<>();
  private final List<Integer> includes = new ArrayList<>();
  private int at;
  private int line = 1;

  private Outline(String text) {
    this.text = text;
  }

  /** Scans a text that is valid HOCON. */
  static Outline of(String text) {
    Outline outline = new Outline(text);
    outline.blank();
    if (outline.here('{')) {
      outline.forward(1);
    }
    outline.object("");
    return outline;
  }

  /** Line of a full key, when the text states it. */
  OptionalInt line(String key) {
    Integer found = lines.get(key);
    return found == null ? OptionalInt.empty() : OptionalInt.of(found);
  }

  /** Place of a full key among all; those that the text does not state come last. */
  int order(String key) {
    return orders.getOrDefault(key, Integer.MAX_VALUE);
  }

  List<Twice> twice() {
    return List.copyOf(twice);
  }

  /** Lines of include statements. */
  List<Integer> includes() {
    return List.copyOf(includes);
  }

  private void object(String parent) {
    for (blank(); !end(); blank()) {
      if (here('}')) {
        forward(1);
        return;
      }
      if (INCLUDE.matcher(text).region(at, text.length()).lookingAt()) {
        includes.add(line);
        comment();
      } else {
        field(parent);
      }
    }
  }

  private void field(String parent) {
    int start = at;
    int keyLine = line;
    while (!end() && !here('=') && !here(':') && !here('{') && !ahead("+=")) {
      token();
    }
    List<String> names = ConfigUtil.splitPath(text.substring(start, at).trim());
    boolean append = ahead("+=");
    forward(append ? 2 : here('{') ? 0 : 1);
    blank();
    String key = parent;
    for (String name : names) {
      key = Keys.child(key, name);
      note(key, keyLine);
    }
    Integer first = stated.putIfAbsent(key, keyLine);
    if (first != null && !append && !ahead("${?")) {
      twice.add(new Twice(key, keyLine, first));
    }
    value(key);
  }

  private void value(String key) {
    while (!end() && !here('\n') && !here(',') && !here('}') && !here(']') && !atComment()) {
      if (here('{')) {
        forward(1);
        object(key);
      } else if (here('[')) {
        forward(1);
        array(key);
      } else {
        token();
      }
    }
  }

  private void array(String key) {
    int index = 0;
    for (blank(); !end(); blank()) {
      if (here(']')) {
        forward(1);
        return;
      }
      String element = Keys.element(key, index++);
      note(element, line);
      value(element);
    }
  }

  private void note(String key, int keyLine) {
    lines.putIfAbsent(key, keyLine);
    orders.putIfAbsent(key, orders.size());
  }

  /** One quoted string, one substitution, or one character. */
  private void token() {
    if (ahead("\"\"\"")) {
      int close = text.indexOf("\"\"\"", at + 3);
      forward(close + 3 - at);
      while (here('"')) {
        forward(1);
      }
    } else if (here('"')) {
      forward(1);
      while (!here('"')) {
        forward(here('\\') ? 2 : 1);
      }
      forward(1);
    } else if (ahead("${")) {
      forward(text.indexOf('}', at) + 1 - at);
    } else {
      forward(1);
    }
  }

  /** Passes white space, commas and comments. */
  private void blank() {
    while (!end()
        && (Character.isWhitespace(text.charAt(at))
            || here(',')
            || here('\uFEFF')
            || atComment())) {
      if (atComment()) {
        comment();
      } else {
        forward(1);
      }
    }
  }

  private void comment() {
    while (!end() && !here('\n')) {
      forward(1);
    }
  }

  private boolean atComment() {
    return here('#') || ahead("//");
  }

  private boolean ahead(String start) {
    return text.startsWith(start, at);
  }

  private boolean here(char character) {
    return !end() && text.charAt(at) == character;
  }

  private boolean end() {
    return at >= text.length();
  }

  private void forward(int characters) {
    for (int i = 0; i < characters && !end(); i++) {
      line += text.charAt(at++) == '\n' ? 1 : 0;
    }
  }
}
