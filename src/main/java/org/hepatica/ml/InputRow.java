package org.hepatica.ml;

import java.util.List;
import org.hepatica.formula.Input;
import org.hepatica.ml.scan.Chunk;
import org.hepatica.ml.scan.Chunks;

/**
 * A scan's rows as a formula's programs read them, one after the other: a text's code in the scan
 * becomes its place among the formula's. For one partition and thread.
 */
final class InputRow {

  private final List<Integer> places;
  private final Chunks chunks;
  private final TextPlaces[] texts;
  private final double[] values;

  /**
   * @param inputs of the formula
   * @param places of each in the scan
   */
  InputRow(List<Input> inputs, List<Integer> places, Chunks chunks) {
    this.places = places;
    this.chunks = chunks;
    values = new double[places.size()];
    texts = new TextPlaces[places.size()];
    for (int j = 0; j < texts.length; j++) {
      Input input = inputs.get(j);
      texts[j] = input.texts().isEmpty() ? null : new TextPlaces(input::placeOf);
    }
  }

  /** The inputs of a row; the same array again and again. */
  double[] of(Chunk chunk, int row) {
    for (int j = 0; j < values.length; j++) {
      int place = places.get(j);
      double value = chunk.column(place)[row];
      values[j] =
          texts[j] == null || Double.isNaN(value)
              ? value
              : texts[j].of((int) value, chunks.texts(place));
    }
    return values;
  }
}
