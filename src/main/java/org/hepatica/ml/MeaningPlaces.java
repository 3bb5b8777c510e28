package org.hepatica.ml;

import java.io.Serializable;
import org.hepatica.ml.scan.Chunk;

/**
 * Where a scan has the columns that say what rows stand for; -1 where it has none.
 *
 * @param frequency how many identical subjects
 * @param weight the case weight
 * @param cluster what it is not independent of
 * @param clusterIsText whether that is a text
 * @param entry when they come under observation
 */
record MeaningPlaces(int frequency, int weight, int cluster, boolean clusterIsText, int entry)
    implements Serializable {

  static MeaningPlaces of(RowMeaning meaning, Frame frame) {
    return new MeaningPlaces(
        meaning.frequency().map(frame::place).orElse(-1),
        meaning.weight().map(frame::place).orElse(-1),
        meaning.cluster().map(frame::place).orElse(-1),
        meaning.cluster().map(frame::isText).orElse(false),
        frame.hasEntry() ? frame.entryPlace() : -1);
  }

  boolean hasEntry() {
    return entry >= 0;
  }

  /** When a row's subjects come under observation. */
  double entry(Chunk chunk, int row) {
    return hasEntry() ? chunk.column(entry)[row] : Double.NEGATIVE_INFINITY;
  }

  /** Whether nothing of this is missing. */
  boolean isComplete(Chunk chunk, int row) {
    return isPresent(chunk, frequency, row)
        && isPresent(chunk, weight, row)
        && isPresent(chunk, cluster, row)
        && isPresent(chunk, entry, row);
  }

  private static boolean isPresent(Chunk chunk, int place, int row) {
    return place < 0 || !Double.isNaN(chunk.column(place)[row]);
  }
}
