package org.hepatica.synthetic.write;

/**
 * The registry's order: the patients by index, and those who fail a rule, whose indices are the
 * highest, evenly among them. Neighbours stay neighbours, which the plan is quick at.
 *
 * @param patients with a complete resection
 * @param size with those who fail a rule
 */
record Order(long patients, long size) {

  /** The index of the patient at a position. */
  long index(long position) {
    long before = failing(position);
    return failing(position + 1) > before ? patients + before : position - before;
  }

  private long failing(long positions) {
    return Math.multiplyExact(positions, size - patients) / size;
  }
}
