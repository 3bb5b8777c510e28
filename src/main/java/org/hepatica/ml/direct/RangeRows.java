package org.hepatica.ml.direct;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.hepatica.survival.TiedTimes;

/**
 * The rows of a range of times, and the slots of this range alone. Immutable.
 *
 * @param number of the range; earlier times have lower ones
 */
record RangeRows(int number, List<Block> blocks, Slots slots) implements Serializable {

  /** Joins what fell into a range. */
  static RangeRows of(int number, List<Block> pieces, Carried carried, double tolerance) {
    List<Block> blocks = BlockPieces.joined(pieces, carried);
    Map<Object, Leaving> strata = Summary.of(blocks.iterator(), carried).strata;
    double[] times = Slots.timesOf(strata);
    TiedTimes ties = TiedTimes.within(tolerance, BlockSort.times(times, times.length));
    return new RangeRows(number, blocks, new Slots(strata, ties));
  }

  /** What the range has of each stratum, by its name. */
  <T> Map<Object, T> byStratum(T[] values) {
    Map<Object, T> named = new HashMap<>();
    for (int stratum = 0; stratum < values.length; stratum++) {
      named.put(slots.names().get(stratum), values[stratum]);
    }
    return named;
  }

  /** What there is of each of the range's strata; null for nothing. */
  <T> T[] ofStrata(Map<Object, T> named, IntFunction<T[]> array) {
    return slots.names().stream().map(named::get).toArray(array);
  }
}
