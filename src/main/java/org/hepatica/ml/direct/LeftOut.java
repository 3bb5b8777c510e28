package org.hepatica.ml.direct;

import java.io.Serializable;

/**
 * Rows that are not analysed.
 *
 * @param missing for a missing value
 * @param empty because they come under observation only when they leave, or later
 */
public record LeftOut(long missing, long empty) implements Serializable {

  static final LeftOut NONE = new LeftOut(0, 0);

  LeftOut and(LeftOut other) {
    return new LeftOut(missing + other.missing, empty + other.empty);
  }
}
