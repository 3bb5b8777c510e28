package org.hepatica.protocol;

import java.util.List;

/** What a delivery of an export is: {@code content}, {@code key} and {@code tombstone}. */
final class ContentReader {

  private static final String SNAPSHOT = "snapshot";
  private static final String CHANGES = "changes";

  private ContentReader() {}

  static Center.Content read(Cursor c) {
    boolean changes = c.oneOf(List.of(SNAPSHOT, CHANGES), "content", SNAPSHOT).equals(CHANGES);
    List<String> key = c.oneOrMore("key");
    if (changes && key.isEmpty()) {
      c.problem(
          "key",
          "missing: a delivery of changes replaces records",
          "name the columns by which a record replaces the one before");
    }
    if (!changes && !key.isEmpty()) {
      c.problem(
          "key", "has no effect", "only content = changes has a key; a snapshot replaces all");
    }
    return new Center.Content(key, c.section("tombstone", ContentReader::tombstone));
  }

  private static Center.Tombstone tombstone(Cursor c) {
    String column = c.text("column");
    List<String> values = c.oneOrMore("values");
    if (values.isEmpty()) {
      c.problem("values", "missing", "name the texts that mean deleted, such as [1, Y]");
    }
    return new Center.Tombstone(column, values);
  }
}
