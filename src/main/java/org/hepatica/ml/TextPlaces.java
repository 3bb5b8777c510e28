package org.hepatica.ml;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What stands for the texts of a partition's dictionary, looked up once a text. */
final class TextPlaces {

  private final ToDoubleFunction<String> place;
  private double[] places = new double[0];

  /**
   * @param place of a text
   */
  TextPlaces(ToDoubleFunction<String> place) {
    this.place = place;
  }

  /** What stands for a code. */
  double of(int code, List<String> dictionary) {
    if (code >= places.length) {
      places = dictionary.stream().mapToDouble(place).toArray();
    }
    return places[code];
  }
}
