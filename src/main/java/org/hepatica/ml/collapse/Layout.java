package org.hepatica.ml.collapse;

import java.io.Serializable;
import java.util.List;

/**
 * Which columns of a scan mean what.
 *
 * @param time the place of follow-up
 * @param status the place of what ended it
 * @param values places of the values that make a pattern
 * @param texts of each value, whether it is a text
 */
public record Layout(int time, int status, List<Integer> values, List<Boolean> texts)
    implements Serializable {

  /** Copies the lists. */
  public Layout {
    values = List.copyOf(values);
    texts = List.copyOf(texts);
    if (values.size() != texts.size()) {
      throw new IllegalArgumentException("of each value: is it a text?");
    }
  }
}
