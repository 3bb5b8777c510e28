package org.hepatica.ml;

import java.util.Optional;
import org.hepatica.formula.Formula;
import org.hepatica.formula.SqlText;

/** What a formula may say and a dataset cannot be analysed by yet: refused, never ignored. */
final class Unsupported {

  private Unsupported() {}

  /**
   * Refuses (start, stop] intervals.
   *
   * @throws IllegalArgumentException if the formula has them
   */
  static void intervals(Formula formula) {
    Optional<SqlText> start = formula.response().start();
    if (start.isPresent()) {
      throw new IllegalArgumentException(
          "Surv(%s, ...): (start, stop] intervals of a table are not supported yet"
              .formatted(start.get().sql()));
    }
  }

  /**
   * Refuses clusters.
   *
   * @throws IllegalArgumentException if there are any
   */
  static void cluster(Optional<String> column) {
    if (column.isPresent()) {
      throw new IllegalArgumentException(
          "cluster(%s): clustered variances of a table are not supported yet"
              .formatted(column.get()));
    }
  }
}
