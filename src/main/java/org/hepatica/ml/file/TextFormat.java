package org.hepatica.ml.file;

import java.nio.charset.Charset;

/**
 * How cells stand in a text file.
 *
 * @param separator between cells
 * @param comment what begins a line that is none of the table; -1 for nothing
 * @param encoding of the bytes
 */
record TextFormat(char separator, int comment, Charset encoding) {

  private static final int NO_COMMENT = -1;

  /** Commas, no comments. */
  static TextFormat csv(Charset encoding) {
    return new TextFormat(',', NO_COMMENT, encoding);
  }

  /** Tabs, and comments behind a number sign. */
  static TextFormat tsv(Charset encoding) {
    return new TextFormat('\t', '#', encoding);
  }

  boolean hasComments() {
    return comment != NO_COMMENT;
  }
}
