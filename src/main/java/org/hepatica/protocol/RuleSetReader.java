package org.hepatica.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The section {@code quality}. */
final class RuleSetReader {

  static final String KEBAB = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
  private static final List<String> SEVERITIES = List.of(RuleSet.REJECT, RuleSet.WARN);

  private final String fileName;

  /** With the name that the file's name gives the set. */
  RuleSetReader(String fileName) {
    this.fileName = fileName;
  }

  RuleSet read(Cursor c) {
    String name = c.name("name");
    StudyReader.sameAsFile(c, name, fileName);
    Map<String, RuleSet.Rule> rules = c.named("rules", RuleSetReader::rule);
    if (rules.isEmpty() && c.need("rules").isPresent()) {
      c.problem("rules", "no rule", "add one, or leave study.quality out");
    }
    return new RuleSet(name, c.text("title", name), List.copyOf(rules.values()));
  }

  private static Optional<RuleSet.Rule> rule(String name, Node node) {
    Names.check(node, name, KEBAB);
    return Cursor.read(node, c -> rule(name, c));
  }

  private static RuleSet.Rule rule(String name, Cursor c) {
    String table = c.text("table");
    c.need("severity");
    return new RuleSet.Rule(
        name,
        table,
        c.text("column"),
        c.sql("must", table),
        c.oneOf(SEVERITIES, "severity", RuleSet.WARN),
        c.text("message"),
        c.texts("with", List.of()));
  }
}
