package org.hepatica.protocol;

import java.util.Map;
import java.util.Optional;

/** The section {@code identity} of a centre. */
final class IdentityReader {

  private final Map<String, Center.Export> exports;

  IdentityReader(Map<String, Center.Export> exports) {
    this.exports = exports;
  }

  Center.Identity read(Cursor c) {
    c.need("from");
    String from = c.reference(exports.keySet(), "from", "exports").orElse("");
    Optional<String> within = c.optional("within");
    String old = c.text("old");
    String now = c.text("new");
    checkIdentifying(c, "old", from, old);
    checkIdentifying(c, "new", from, now);
    within.ifPresent(column -> checkIdentifying(c, "within", from, column));
    return new Center.Identity(from, old, now, within);
  }

  private void checkIdentifying(Cursor c, String key, String from, String column) {
    Center.Export export = exports.get(from);
    if (export != null && !export.identifying().contains(column)) {
      c.problem(
          key,
          "'%s' is no identifying column of export %s".formatted(column, from),
          "add it to the export's 'identifying', or name another column");
    }
  }
}
