package org.hepatica.job;

import java.util.Optional;
import org.apache.spark.SparkThrowable;

/** What Spark could not compute of a row, in words; its own show the row's value. */
final class ExpressionFailure {

  private ExpressionFailure() {}

  /** Empty if it is no failure of an expression of {@code Surv()}. */
  static Optional<String> words(Throwable cause) {
    String condition = cause instanceof SparkThrowable known ? known.getCondition() : null;
    if (condition == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        switch (condition) {
          case "CAST_INVALID_INPUT" ->
              "Surv() compares or calculates with a text as if it were a number: compare it with a"
                  + " text in quotes, as status == \"1\", or say by --na which texts stand for missing";
          case "DIVIDE_BY_ZERO", "REMAINDER_BY_ZERO" ->
              "Surv() divides by 0 in some rows: NULLIF(x, 0) makes these missing";
          case "ARITHMETIC_OVERFLOW", "CAST_OVERFLOW", "NUMERIC_VALUE_OUT_OF_RANGE" ->
              "Surv() has a number that is too large for its type in some rows: double(x) has room";
          case "CANNOT_PARSE_TIMESTAMP" ->
              "Surv() reads a text as a date that is none in some rows: try_to_timestamp() makes these missing";
          default -> null;
        });
  }
}
