package org.hepatica.ml.file;

import org.apache.spark.SparkThrowable;

/** Says in a line why a file could not be read, without what is in it. */
final class UnreadableFile {

  private static final int DEEPEST = 20;

  private UnreadableFile() {}

  static String why(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; depth < DEEPEST && cause != null; depth++) {
      if (isMalformed(cause)) {
        return "a row has more or fewer cells than the header line";
      }
      if (cause.getCause() == null) {
        break;
      }
      cause = cause.getCause();
    }
    String message = cause == null || cause.getMessage() == null ? "" : cause.getMessage();
    return message.lines().findFirst().orElse(failure.getClass().getSimpleName());
  }

  /** Spark's own message shows the row, which may be a patient's. */
  private static boolean isMalformed(Throwable cause) {
    return cause instanceof SparkThrowable known
        && known.getCondition() != null
        && known.getCondition().startsWith("MALFORMED_RECORD");
  }
}
