package org.hepatica.transform.survival;

import java.util.Arrays;

/**
 * Subjects alike in all that a question asks.
 *
 * @param time days; 0 when no time is asked for
 * @param status 0 an event, 1 censored, 2 a competing event, as ADaM's CNSR; 0 when no time is
 *     asked for
 * @param values as the question lists them
 * @param count how many subjects
 */
record Cell(int time, int status, double[] values, long count) {

  /** Where it is. */
  CellCounter.Key key() {
    return new CellCounter.Key(time, status, values);
  }

  /** Whether the endpoint's event was observed. */
  boolean event() {
    return status == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cell cell
        && time == cell.time
        && status == cell.status
        && count == cell.count
        && Arrays.equals(values, cell.values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * time + status) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return time + "/" + status + Arrays.toString(values) + "x" + count;
  }
}
