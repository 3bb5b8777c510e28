package org.hepatica.ml.show;

/** How a result is written. */
public enum Format {
  /** For people, laid out as R prints it. */
  TEXT,
  /** A table with a header line, a row an observation. */
  CSV,
  /** One object. */
  JSON
}
