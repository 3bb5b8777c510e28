package org.hepatica.ml;

import java.io.Serializable;

/**
 * What the numbers of a cell are: time and status, then entry, case weight and cluster, those that
 * there are.
 *
 * @param entry whether subjects come under observation late
 * @param weight whether they have case weights
 * @param cluster whether they are in clusters
 */
record CellColumns(boolean entry, boolean weight, boolean cluster) implements Serializable {

  private static final int FIRST = 2;

  static CellColumns of(Frame frame, RowMeaning meaning) {
    return new CellColumns(
        frame.hasEntry(), meaning.weight().isPresent(), meaning.cluster().isPresent());
  }

  int size() {
    return cluster ? clusterPlace() + 1 : clusterPlace();
  }

  int entryPlace() {
    return FIRST;
  }

  int weightPlace() {
    return entry ? FIRST + 1 : FIRST;
  }

  int clusterPlace() {
    return weight ? weightPlace() + 1 : weightPlace();
  }
}
