package org.hepatica.ml;

import org.hepatica.formula.MatrixRow;
import org.hepatica.formula.RowOutcome;

/** Why a row cannot be part of a model, or no row is, in words. */
final class Refusal {

  private Refusal() {}

  static IllegalArgumentException of(RowOutcome outcome, MatrixRow row) {
    return new IllegalArgumentException(
        switch (outcome) {
          case INFINITE ->
              "column %s is infinite for some rows, as the log of 0 is"
                  .formatted(row.infiniteColumn().name());
          case INFINITE_OFFSET -> "the offset is infinite, or its exponential, for some rows";
          default -> "a level appeared while the data were read; read them again";
        });
  }

  /** Nothing to count. */
  static IllegalArgumentException nobody() {
    return new IllegalArgumentException(
        "no row is left: the table has none, or each lacks a value of a used column, stands for nobody,"
            + " or ends before it begins");
  }
}
