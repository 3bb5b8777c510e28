package org.hepatica.protocol;

import java.util.Optional;

/** The section {@code arrival} of a centre. */
final class ArrivalReader {

  private ArrivalReader() {}

  static Center.Arrival read(Cursor c) {
    Center.Arrival usual = Center.Arrival.USUAL;
    return new Center.Arrival(
        file(c, "marker"),
        file(c, "manifest"),
        c.probability("most-lost", usual.mostLost()),
        c.atLeast(0, "expected-every", usual.expectedEvery()));
  }

  private static Optional<String> file(Cursor c, String key) {
    Optional<String> file = c.optional(key);
    if (file.filter(name -> name.startsWith("/") || name.contains("..")).isPresent()) {
      c.problem(key, "'" + file.get() + "' leaves the delivery", "write it inside the delivery");
    }
    return file;
  }
}
