package org.hepatica.ml.direct;

import java.util.LinkedHashMap;
import java.util.Map;

/** Rows on their way into a block. Mutable, for one thread. */
public final class BlockBuffer {

  /** As many as a processor's caches like for sorting and gathering. */
  static final int MOST_ROWS = 1 << 20;

  final double[] time = new double[MOST_ROWS];
  final byte[] event = new byte[MOST_ROWS];
  final int[] stratum = new int[MOST_ROWS];
  final double[][] columns;
  int rows;
  long missing;
  private final Map<Object, Integer> strata = new LinkedHashMap<>();

  BlockBuffer(int columns) {
    this.columns = new double[columns][MOST_ROWS];
  }

  /** Adds a row of one stratum for all. */
  public void add(double followUp, boolean died, double[] design) {
    add(followUp, died, 0, design);
  }

  /**
   * Adds a row.
   *
   * @param number of its stratum, as {@link #stratum} gave it
   * @param design its design columns; copied
   */
  public void add(double followUp, boolean died, int number, double[] design) {
    time[rows] = followUp + 0.0;
    event[rows] = (byte) (died ? 1 : 0);
    stratum[rows] = number;
    for (int j = 0; j < design.length; j++) {
      columns[j][rows] = design[j];
    }
    rows++;
  }

  /** The number of a stratum, by what the data call it. */
  public int stratum(Object name) {
    Integer number = strata.get(name);
    if (number == null) {
      number = strata.size();
      strata.put(name, number);
    }
    return number;
  }

  /** Counts rows left out because a value is missing. */
  public void leaveOut(long count) {
    missing += count;
  }

  /** The block of the rows so far; the buffer is empty then. */
  Block take() {
    Object[] names = strata.isEmpty() ? new Object[1] : strata.keySet().toArray();
    Block block = new BlockSort(time, event, stratum, rows).block(names, columns, missing);
    rows = 0;
    missing = 0;
    strata.clear();
    return block;
  }
}
