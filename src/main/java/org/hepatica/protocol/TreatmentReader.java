package org.hepatica.protocol;

import java.util.Optional;

/** The treatments of a study: the exposure, and those around the operation. */
final class TreatmentReader {

  private TreatmentReader() {}

  static Study.Exposure exposure(Cursor c) {
    String name = c.name("name");
    return new Study.Exposure(
        name,
        c.text("label", name),
        c.text("treatment", name),
        c.atLeast(1, "within-days", 120),
        c.truth("before-recurrence", true));
  }

  static Optional<Study.Perioperative> perioperative(String name, Node node) {
    return Cursor.read(
        node,
        c ->
            new Study.Perioperative(
                name,
                c.text("label", name),
                c.text("treatment", name),
                c.atLeast(0, "days-before", 180),
                c.atLeast(0, "days-after", 180),
                c.truth("before-recurrence", true)));
  }
}
