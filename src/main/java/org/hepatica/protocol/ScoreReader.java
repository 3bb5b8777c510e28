package org.hepatica.protocol;

import java.util.List;
import java.util.Optional;

/** The risk score of a study. */
final class ScoreReader {

  private ScoreReader() {}

  static Study.Score read(Cursor c) {
    String name = c.name("name");
    c.need("components");
    List<Study.Component> components =
        List.copyOf(c.identified("components", ScoreReader::component).values());
    return new Study.Score(name, c.text("label", name), c.text("citation", ""), components);
  }

  private static Optional<Study.Component> component(String name, Node node) {
    return Cursor.read(node, c -> component(c, name));
  }

  private static Study.Component component(Cursor c, String name) {
    Optional<String> when = c.optionalSql("when", Expression.SUBJECT);
    Optional<String> variable = c.optionalSql("variable", Expression.SUBJECT);
    Optional<Double> above = c.find("above").flatMap(Node::number);
    boolean pair = variable.isPresent() && c.find("above").isPresent();
    boolean none = variable.isEmpty() && c.find("above").isEmpty();
    if (when.isPresent() ? !none : !pair) {
      c.reading()
          .problem(
              c.position(),
              "a component is either when, or variable with above",
              "write { when = \"SQL\" } or { variable = cea_ng_ml, above = 200 }");
    }
    return new Study.Component(name, c.text("label", name), when, variable, above);
  }
}
