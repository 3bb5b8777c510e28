package org.hepatica.source.text;

import java.io.Serializable;

/**
 * How large a record may grow before it is cut and quarantined.
 *
 * @param field characters of a cell
 * @param record characters of a record
 * @param fields cells of a record
 */
record Limits(int field, int record, int fields) implements Serializable {

  /** 1 MB a cell, 10 MB a record, 10,000 cells. */
  static final Limits DEFAULT = new Limits(1 << 20, 10 << 20, 10_000);

  /** What a cut record is told. */
  String reason() {
    return "the record is larger than %,d characters, %,d in one cell or %,d cells; look for a quote that is not closed or a wrong separator"
        .formatted(record, field, fields);
  }
}
