package org.hepatica.protocol;

import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the reading of one conf file brings up beside its record: problems, SQL, named tables. */
final class Reading {

  /** Origin of values that the command line gives. */
  static final String SET = "--set";

  private final String file;
  private final Outline outline;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Expression> expressions = new ArrayList<>();
  private final List<Target> targets = new ArrayList<>();

  Reading(String file, Outline outline) {
    this.file = file;
    this.outline = outline;
  }

  String file() {
    return file;
  }

  Outline outline() {
    return outline;
  }

  /** Where a value stands: its own line, that of its key when an override has lost it. */
  Position position(String key, ConfigValue value) {
    if (isSet(value)) {
      return given(value.origin().description(), key);
    }
    int line = outline.line(key).orElse(Math.max(value.origin().lineNumber(), 0));
    return new Position(file, line, key);
  }

  /** Whether the command line gave the value. */
  static boolean isSet(ConfigValue value) {
    return value.origin().description().startsWith("--");
  }

  /** The place of a key that the command line gives: {@code --set} and the key, or its option. */
  static Position given(String origin, String key) {
    return origin.startsWith(SET) ? new Position(SET, 0, key) : new Position(origin, 0, "");
  }

  void problem(Position position, String what, String remedy) {
    problems.add(new Problem(position, what, remedy));
  }

  void expression(Position at, String sql, String scope) {
    expressions.add(new Expression(at.file(), at.line(), at.key(), sql, scope));
  }

  void target(Target target) {
    targets.add(target);
  }

  /** As people read the file: from its top. */
  List<String> problems() {
    return problems.stream()
        .sorted(Comparator.comparingInt(problem -> problem.position().line()))
        .map(Problem::toString)
        .distinct()
        .toList();
  }

  List<Expression> expressions() {
    return List.copyOf(expressions);
  }

  List<Target> targets() {
    return List.copyOf(targets);
  }
}
