package org.hepatica.transform.ingest;

/**
 * What a delivered text became.
 *
 * @param value the canonical text of the value, or null
 * @param companion the precision or qualifier, or null
 * @param fault why the text is no value, with the remedy; null when it is one or was missing
 */
record Cell(String value, String companion, String fault) {

  static final Cell MISSING = new Cell(null, null, null);

  static Cell of(String value) {
    return new Cell(value, null, null);
  }

  static Cell of(String value, String companion) {
    return new Cell(value, companion, null);
  }

  static Cell bad(String fault) {
    return new Cell(null, null, fault);
  }
}
