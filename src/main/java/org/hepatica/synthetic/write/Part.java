package org.hepatica.synthetic.write;

import java.io.Serializable;

/**
 * A stretch of one centre's registry that one task writes. Positions follow the files' order, not
 * the patients' indices.
 *
 * @param center from 0
 * @param centers how many share the registry
 * @param number of the part in its centre, from 0
 * @param parts how many the centre has
 * @param from first position
 * @param to first position beyond
 */
record Part(int center, int centers, int number, int parts, long from, long to)
    implements Serializable {

  /** The centre's name. */
  String name() {
    return centers == 1 ? "synthetic" : "synthetic-" + (center + 1);
  }

  /** What stands in file names: nothing when nothing is split. */
  String suffix() {
    if (parts == 1) {
      return "";
    }
    String text = String.valueOf(number);
    return "-" + "0".repeat(Math.max(0, 5 - text.length())) + text;
  }

  /** The centre's first position at or after from. */
  long first() {
    long over = from % centers;
    return from + (center - over + centers) % centers;
  }
}
