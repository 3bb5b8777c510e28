package org.hepatica.ml.scan;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.vectorized.ColumnVector;

/** Copies a stretch of a column vector of whole numbers. */
interface WholeReader {

  /** Fills {@code to[0..n)} with rows {@code from..from+n}. */
  void read(ColumnVector vector, int from, int n, int[] to);

  /** The reader of a type; null if it is not of small whole numbers. */
  static WholeReader of(DataType type) {
    return switch (type.typeName()) {
      case "integer", "date" ->
          (v, from, n, to) -> {
            for (int i = 0; i < n; i++) {
              to[i] = v.getInt(from + i);
            }
          };
      case "short" ->
          (v, from, n, to) -> {
            for (int i = 0; i < n; i++) {
              to[i] = v.getShort(from + i);
            }
          };
      case "byte" ->
          (v, from, n, to) -> {
            for (int i = 0; i < n; i++) {
              to[i] = v.getByte(from + i);
            }
          };
      case "boolean" ->
          (v, from, n, to) -> {
            for (int i = 0; i < n; i++) {
              to[i] = v.getBoolean(from + i) ? 1 : 0;
            }
          };
      default -> null;
    };
  }
}
