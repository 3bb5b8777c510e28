package org.hepatica.protocol;

import java.util.List;
import java.util.Optional;

/** An endpoint of a study. */
final class EndpointReader {

  private static final List<String> EVENTS = List.of("death", "recurrence", "liver-recurrence");

  private EndpointReader() {}

  static Optional<Study.Endpoint> read(String name, Node node) {
    Names.check(node, name, "[a-z][a-z0-9_-]*");
    return Cursor.read(node, c -> endpoint(c, name));
  }

  private static Study.Endpoint endpoint(Cursor c, String name) {
    List<String> event = c.references(EVENTS, "event", "events");
    List<String> competing = c.references(EVENTS, "competing", "events");
    if (c.need("event").isPresent() && event.isEmpty()) {
      c.problem("event", "no event", "name one of " + String.join(", ", EVENTS));
    }
    for (String both : competing) {
      if (event.contains(both)) {
        c.problem("competing", "'" + both + "' is an event already", "keep it in one of the two");
      }
    }
    return new Study.Endpoint(name, c.text("label", name), event, competing);
  }
}
