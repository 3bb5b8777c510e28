package org.hepatica.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The section {@code changes}. */
final class ChangeSetReader {

  private static final List<String> SEVERITIES = List.of(ChangeSet.REFUSE, ChangeSet.WARN);
  private static final ChangeSet.Moved MOVED = new ChangeSet.Moved(0.01, 0.005, 0.05, 0.01, 1);
  private static final ChangeSet.Drivers DRIVERS = new ChangeSet.Drivers(50, 10_000, 10);
  private static final ChangeSet.Trend TREND = new ChangeSet.Trend(12, Map.of());

  private final String fileName;

  /** With the name that the file's name gives the set. */
  ChangeSetReader(String fileName) {
    this.fileName = fileName;
  }

  ChangeSet read(Cursor c) {
    String name = c.name("name");
    StudyReader.sameAsFile(c, name, fileName);
    return new ChangeSet(
        name,
        c.text("title", name),
        List.copyOf(c.named("implausible", ChangeSetReader::implausible).values()),
        c.section("moved", ChangeSetReader::moved).orElse(MOVED),
        c.section("drivers", ChangeSetReader::drivers).orElse(DRIVERS),
        c.section("trend", ChangeSetReader::trend).orElse(TREND),
        List.copyOf(c.named("alerts", ChangeSetReader::alert).values()));
  }

  private static Optional<ChangeSet.Implausible> implausible(String name, Node node) {
    Names.check(node, name, RuleSetReader.KEBAB);
    return Cursor.read(
        node,
        c -> {
          String table = c.text("table");
          return new ChangeSet.Implausible(
              name,
              table,
              c.text("column"),
              c.sql("when", table),
              severity(c),
              c.text("message"),
              c.texts("with", List.of()));
        });
  }

  private static Optional<ChangeSet.Alert> alert(String name, Node node) {
    Names.check(node, name, RuleSetReader.KEBAB);
    return Cursor.read(
        node,
        c -> new ChangeSet.Alert(name, c.sql("when", "counts"), severity(c), c.text("message")));
  }

  private static String severity(Cursor c) {
    c.need("severity");
    return c.oneOf(SEVERITIES, "severity", ChangeSet.WARN);
  }

  private static ChangeSet.Moved moved(Cursor c) {
    return new ChangeSet.Moved(
        above0(c, "hazard-ratio", MOVED.hazardRatio()),
        above0(c, "survival", MOVED.survival()),
        above0(c, "median-years", MOVED.medianYears()),
        above0(c, "p-value", MOVED.pValue()),
        above0(c, "n", MOVED.n()));
  }

  private static double above0(Cursor c, String name, double absent) {
    Optional<Double> number = c.find(name).flatMap(Node::number);
    if (number.filter(n -> n <= 0).isPresent()) {
      c.problem(name, number.get() + " is not above 0", "give a number such as " + absent);
    }
    return number.orElse(absent);
  }

  private static ChangeSet.Drivers drivers(Cursor c) {
    return new ChangeSet.Drivers(
        c.atLeast(1, "most-transitions", DRIVERS.mostTransitions()),
        c.atLeast(1, "most-cells", DRIVERS.mostCells()),
        c.atLeast(1, "most-patients", DRIVERS.mostPatients()));
  }

  private static ChangeSet.Trend trend(Cursor c) {
    return new ChangeSet.Trend(
        c.atLeast(1, "runs", TREND.runs()), c.named("missing", ChangeSetReader::missing));
  }

  private static Optional<String> missing(String name, Node node) {
    Names.check(node, name, "[a-z][a-z0-9_-]*");
    Optional<String> sql = node.text();
    sql.ifPresent(s -> node.reading().expression(node.position(), s, Expression.SUBJECT));
    return sql;
  }
}
