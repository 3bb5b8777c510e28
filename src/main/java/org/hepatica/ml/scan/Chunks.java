package org.hepatica.ml.scan;

import java.util.Iterator;
import java.util.List;

/** The chunks of a partition, in its order. */
public interface Chunks extends Iterator<Chunk> {

  /**
   * The texts met so far in a column, each at the place that is its code; empty for a column of
   * numbers.
   */
  List<String> texts(int column);
}
