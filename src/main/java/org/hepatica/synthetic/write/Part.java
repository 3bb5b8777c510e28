package org.hepatica.synthetic.write;

import java.io.Serializable;

/**
 * A stretch of one centre's registry that one task writes.
 *
 * @param name the centre
 * @param number of the part in its centre, from 0
 * @param parts how many the centre has
 * @param from first position in the registry's order
 * @param to first position beyond
 */
record Part(String name, int number, int parts, long from, long to) implements Serializable {

  /** What stands in file names: nothing when nothing is split. */
  String suffix() {
    if (parts == 1) {
      return "";
    }
    String text = String.valueOf(number);
    return "-" + "0".repeat(Math.max(0, 5 - text.length())) + text;
  }
}
